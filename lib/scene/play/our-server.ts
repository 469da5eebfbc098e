import { Acceptor } from '../../connection/acceptor.ts';
import type { ConnectionOptions } from '../../connection/options.ts';
import { Queue } from '../../connection/queue.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Values } from '../../options/option.ts';
import type { DoorName } from '../../transport/doors.ts';
import type { Listener } from '../../transport/tcp/tcp.ts';
import { doorNames, type Limits, type Program } from '../world/program.ts';
import type { World } from '../world/world.ts';
import type { Screen } from './opposite.ts';

export interface ServerOptions {
  readonly world: World;
  readonly program: Program;
  readonly flags: Values & Limits;
  readonly screen: Screen;
  readonly connection: (door: DoorName) => (wire: Wire) => ConnectionOptions;
  /** How long the server may take to end, in milliseconds of real time. */
  readonly patience: number;
}

interface Entrance extends Listener {
  readonly door: DoorName;
}

/** The most connections at a time: enough for every scene. */
const seats = 500;

/** The server of a scene, as its process would run it: with a screen, a keyboard and a signal to stop. */
export class Server {
  /** What no line of the scene has asked for yet. */
  readonly screen: string[] = [];
  readonly address: string;
  /** Why the program gave up, if it did. */
  failure: unknown;
  readonly #options: ServerOptions;
  readonly #keyboard = new Queue<string>();
  readonly #listeners: readonly Listener[];
  readonly #acceptor: Acceptor;
  readonly #serving: Promise<void>;

  static async start(options: ServerOptions): Promise<Server> {
    const entrances: Entrance[] = [];
    for (const door of doorNames(options.program))
      entrances.push({ door, ...(await options.world.listen(door, options.flags)) });
    return new Server(options, entrances);
  }

  private constructor(options: ServerOptions, entrances: readonly Entrance[]) {
    const { world, program, flags, connection } = options;
    this.#options = options;
    this.#listeners = entrances;
    this.address = entrances.map(({ address }) => address).join(' and ');
    this.#acceptor = new Acceptor({ limit: seats });
    for (const { wires, door } of entrances) this.#acceptor.at(wires, connection(door));
    const stage = {
      screen: (line: string) => {
        this.screen.push(line);
        options.screen(program.server, line);
      },
      keyboard: this.#keyboard,
      clock: world.clock,
      flags,
    };
    this.#serving = program.serve(this.#acceptor, stage).catch(error => {
      this.failure = error;
    });
  }

  /** What the operator types. */
  type(line: string): void {
    this.#keyboard.push(line);
  }

  /**
   * Does what SIGTERM does: accepts no more, says goodbye, ends. Peers that stay are dropped a
   * second later.
   */
  stop(): void {
    void this.#close();
    void this.#acceptor.stop(this.#options.program.goodbye);
  }

  /** Does what the end of its process does: drops all open connections. */
  async leave(): Promise<void> {
    const closed = this.#close();
    this.#acceptor.drop();
    this.#keyboard.close();
    await within(this.#options.patience, Promise.all([closed, this.#serving]));
  }

  #close(): Promise<unknown> {
    return Promise.all(this.#listeners.map(listener => listener.close()));
  }
}

/** Waits at most `ms`: a server that never ends is abandoned. */
async function within(ms: number, ended: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise(resolve => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([ended, enough]);
  clearTimeout(timer);
}
