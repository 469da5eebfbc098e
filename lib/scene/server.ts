import {
  Accepting,
  type ConnectionOptions,
  Queue,
  type Wire,
} from '../connection/index.ts';
import type { Listener } from '../transport/index.ts';
import { type Framing, serverCodec } from './flags.ts';
import type { Program } from './program.ts';
import type { World } from './world.ts';

export interface ServerOptions {
  readonly world: World;
  readonly program: Program;
  readonly framing: Framing;
  readonly flags: ReadonlyMap<string, string>;
  readonly connection: (wire: Wire) => ConnectionOptions;
  /** How long it may take to end, in milliseconds of real time. */
  readonly patience: number;
}

/** Room for everyone that a scene brings in. */
const seats = 500;

/** The server of a scene, as its process would run it: with a screen, a keyboard, and an end. */
export class Server {
  /** What no line of the scene has asked for yet. */
  readonly screen: string[] = [];
  readonly address: string;
  /** Why the program gave up, if it did. */
  failure: unknown;
  readonly #options: ServerOptions;
  readonly #keyboard = new Queue<string>();
  readonly #listener: Listener;
  readonly #accepting: Accepting;
  readonly #serving: Promise<void>;

  static async start(options: ServerOptions): Promise<Server> {
    return new Server(options, await options.world.listen(options.flags));
  }

  private constructor(options: ServerOptions, listener: Listener) {
    const { world, program, framing, flags, connection } = options;
    this.#options = options;
    this.#listener = listener;
    this.address = listener.address;
    this.#accepting = new Accepting(listener.wires, { limit: seats, connection });
    const stage = {
      screen: (line: string) => void this.screen.push(line),
      keyboard: this.#keyboard,
      clock: world.clock,
      codec: serverCodec(framing, flags),
      flags,
    };
    this.#serving = program.serve(this.#accepting, stage).catch(error => {
      this.failure = error;
    });
  }

  /** What the operator types. */
  type(line: string): void {
    this.#keyboard.push(line);
  }

  /** As SIGTERM does: accept no more, say goodbye, end. Whoever stays is dropped a second later. */
  stop(): void {
    this.#keyboard.close();
    void this.#listener.close();
    void this.#accepting.stop(this.#options.program.goodbye);
  }

  /** As the end of its process does: whoever is still connected is dropped. */
  async leave(): Promise<void> {
    this.#keyboard.close();
    const closed = this.#listener.close();
    this.#accepting.drop();
    await within(this.#options.patience, Promise.all([closed, this.#serving]));
  }
}

/** Waits no longer than that: a server that never ends is left behind. */
async function within(ms: number, ended: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise(resolve => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([ended, enough]);
  clearTimeout(timer);
}
