import { Acceptor } from '../../connection/acceptor.ts';
import type { ConnectionOptions } from '../../connection/options.ts';
import { Queue } from '../../connection/queue.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Values } from '../../options/option.ts';
import type { DoorName } from '../../transport/doors.ts';
import type { Listener } from '../../transport/tcp/tcp.ts';
import {
  doorNames,
  type Limits,
  type Nodes,
  nodesOf,
  type Post,
  type Program,
  type Stage,
} from '../world/program.ts';
import type { World } from '../world/world.ts';
import type { ObserverOf, Screen } from './opposite.ts';
import { typed } from './typed.ts';

export interface ServerOptions {
  readonly world: World;
  readonly program: Program;
  readonly flags: Values & Limits;
  readonly screen: Screen;
  readonly connection: (
    door: DoorName,
    node: string,
  ) => (wire: Wire) => ConnectionOptions;
  /** Records what the nodes of the server tell each other. */
  readonly observer: ObserverOf;
  /** How long the server may take to end, in milliseconds of real time. */
  readonly patience: number;
}

interface Entrance extends Listener {
  readonly door: DoorName;
}

/** Where people enter the server, or one of its nodes. */
interface Hall {
  readonly node: string;
  readonly entrances: readonly Entrance[];
  readonly acceptor: Acceptor;
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
  readonly #halls: readonly Hall[];
  #serving: Promise<void> = Promise.resolve();
  #nodes: Nodes | undefined;

  static async start(options: ServerOptions): Promise<Server> {
    const halls: Hall[] = [];
    for (const node of nodesOf(options.program))
      halls.push(await openHall(node, options));
    const server = new Server(options, halls);
    await server.#serve();
    return server;
  }

  private constructor(options: ServerOptions, halls: readonly Hall[]) {
    this.#options = options;
    this.#halls = halls;
    const entrances = halls.flatMap(hall => hall.entrances);
    this.address = entrances.map(({ address }) => address).join(' and ');
  }

  /** What the operator types. */
  type(line: string): void {
    this.#keyboard.push(line);
    this.#options.screen(this.#options.program.server, typed(line));
  }

  cutOff(node: string, is: boolean): void {
    this.#nodes?.cutOff(node, is);
  }

  /** Its place is free again when this settles. */
  async die(node: string): Promise<void> {
    this.#nodes?.die(node);
    const halls = this.#halls.filter(hall => hall.node === node);
    for (const { acceptor } of halls) acceptor.drop();
    await closeAll(halls);
  }

  /**
   * Does what SIGTERM does: accepts no more, says goodbye, ends. Peers that stay are dropped a
   * second later.
   */
  stop(): void {
    void closeAll(this.#halls);
    for (const { acceptor } of this.#halls)
      void acceptor.stop(this.#options.program.goodbye);
  }

  /** Does what the end of its process does: drops all open connections. */
  async leave(): Promise<void> {
    const closed = closeAll(this.#halls);
    for (const { acceptor } of this.#halls) acceptor.drop();
    this.#keyboard.close();
    await within(this.#options.patience, Promise.all([closed, this.#serving]));
  }

  /** Settles when it serves. Nodes first need a way to each other. */
  async #serve(): Promise<void> {
    const { program, observer } = this.#options;
    const [stage, posts] = [this.#stage, this.#posts];
    const { together } = program;
    this.#nodes = await together?.serve(posts, stage, observer);
    const { connections } = posts[0] as Post;
    const served = this.#nodes?.served ?? program.serve(connections, stage);
    this.#serving = served.catch(error => {
      this.failure = error;
    });
  }

  get #posts(): Post[] {
    return this.#halls.map(({ node, acceptor }) => ({ node, connections: acceptor }));
  }

  get #stage(): Stage {
    const { program, world, flags, screen } = this.#options;
    return {
      screen: line => {
        this.screen.push(line);
        screen(program.server, line);
      },
      keyboard: this.#keyboard,
      clock: world.clock,
      flags,
    };
  }
}

async function openHall(node: string, options: ServerOptions): Promise<Hall> {
  const { program, world, flags, connection } = options;
  const entrances: Entrance[] = [];
  for (const door of doorNames(program))
    entrances.push({ door, ...(await world.listen(door, flags, node)) });
  const acceptor = new Acceptor({ limit: seats });
  for (const { wires, door } of entrances) acceptor.at(wires, connection(door, node));
  return { node, entrances, acceptor };
}

const closeAll = (halls: readonly Hall[]): Promise<unknown> =>
  Promise.all(halls.flatMap(({ entrances }) => entrances.map(one => one.close())));

/** Waits at most `ms`: a server that never ends is abandoned. */
async function within(ms: number, ended: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise(resolve => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([ended, enough]);
  clearTimeout(timer);
}
