import { type CodecFor, clientLimit } from '../../connection/codecs.ts';
import type { TraceEvent } from '../../trace/event.ts';
import { Recorder } from '../../trace/recorder.ts';
import { codecAt, type DoorName } from '../../transport/doors.ts';
import type { Faults } from '../../transport/faults/table.ts';
import { doorOf, type Limits, nodeOf, type Program } from '../world/program.ts';
import { Actor } from './actor.ts';
import { Flooding } from './flooding.ts';
import { comesInstead } from './hearing.ts';
import type { ObserverOf, Opposite, Screen, ServerInHand } from './opposite.ts';

export interface RunOptions {
  /** The server that the players talk to. */
  readonly opposite: (record: ObserverOf) => Opposite;
  readonly program: Program;
  readonly framing: CodecFor;
  readonly flags: Limits;
  /** What every link does to the bytes. */
  readonly link: Faults;
  /** Shows a line on somebody's screen. */
  readonly screen: Screen;
  /** Keep the chunks in the record. */
  readonly chunks: boolean;
}

/** One performance of a scene: its players, their server, and the record that they all write. */
export class Run {
  readonly recorder: Recorder;
  readonly actors = new Map<string, Actor>();
  readonly opposite: Opposite;
  readonly floods: Flooding;
  readonly #options: RunOptions;

  constructor(options: RunOptions) {
    this.#options = options;
    this.floods = new Flooding(options.flags.maxMessage);
    this.opposite = options.opposite((end, link) => this.recorder.observer(end, link));
    const { chunks } = options;
    this.recorder = new Recorder({ now: () => this.opposite.now(), chunks });
  }

  /** What the record calls the server. */
  get serverName(): string {
    return this.#options.program.server;
  }

  /** The nodes of the server, if it is several. */
  get nodes(): readonly string[] {
    return this.#options.program.together?.nodes ?? [];
  }

  /** The server, for what not every server does for a scene. */
  inHand<What extends keyof ServerInHand>(...what: What[]): Pick<ServerInHand, What> {
    const { inHand, address } = this.opposite;
    if (what.every(one => one in inHand)) return inHand as Pick<ServerInHand, What>;
    throw new Error(
      `expected our own server: a scene cannot control ${address}, which is a stranger's`,
    );
  }

  /** Connects a player. `as`: the name that it gives, if the mode asks for one. */
  async connect(
    name: string,
    as: string,
    faults: Faults,
    over: DoorName | undefined,
    at: string | undefined,
  ): Promise<void> {
    const { program, framing, link } = this.#options;
    if (name === program.server)
      throw new Error(`expected somebody to connect to the ${name}`);
    const door = doorOf(program, over);
    const node = nodeOf(program, at);
    const call = { as, door, node, faults: { ...link, ...faults } };
    const wire = await this.opposite.connect(name, call);
    const actor = new Actor({
      wire,
      codec: codecAt(door, framing)(clientLimit),
      clock: this.opposite.clock,
      observe: this.opposite.observer(name, wire.link),
      said: line => program.said(line),
      heard: line => program.heard(line),
      asksName: program.asksName,
      screen: line => this.#options.screen(name, line),
      stalled: stalled => this.opposite.inHand.stall?.(name, stalled),
    });
    this.actors.set(name, actor);
    await this.opposite.settled();
    if (program.asksName !== undefined && as !== '') await this.#introduce(actor, as);
  }

  /** Returns the events since the last call, numbered; of a flood, only those that a spectator sees. */
  happened(): TraceEvent[] {
    return this.floods.seen(this.recorder.flush());
  }

  /** Disconnects all remaining players and stops our server. None of this is in the record. */
  async close(): Promise<void> {
    const connections = [...this.actors.values()].map(({ connection }) => connection);
    const gone = () => connections.every(({ ending }) => ending !== 'open');
    for (const connection of connections) connection.end();
    await this.opposite.parted(gone);
    for (const connection of connections) connection.destroy();
    await this.opposite.leave();
  }

  /** Says the name when it is asked for, and waits for the answer. */
  async #introduce(actor: Actor, as: string): Promise<void> {
    const { unread, connection } = actor;
    const more = (lines: number) => () =>
      unread.length > lines || connection.ending !== 'open';
    const late = await this.opposite.until(more(0));
    const asked = `expected ${as} to be asked for a name`;
    if (late) throw new Error(`${asked} (${late})`);
    if (unread.length === 0 && connection.ending !== 'open')
      throw new Error(`${asked}, but ${comesInstead(connection)} came`);
    const before = unread.length;
    actor.say(as);
    await this.opposite.settled();
    await this.opposite.until(more(before));
  }
}
