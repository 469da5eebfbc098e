import type { Wire } from '../../../lib/connection/wire.ts';
import type { Claim } from '../../../lib/terminal/play/course.ts';
import { type Observe, Recorder } from '../../../lib/trace/recorder.ts';
import type { Mode } from '../../../lib/trace/rules/index.ts';
import { judge } from '../../../lib/trace/verdict.ts';
import { report } from '../../../lib/trace/verdict-line.ts';
import { portOf } from '../../../lib/transport/tcp/endpoint.ts';
import { connect, listen } from '../../../lib/transport/tcp/tcp.ts';
import { udpPortTo } from '../../../lib/transport/udp/udp.ts';
import { strip } from '../../../lib/view/bytes/strip.ts';
import type { Figure } from '../../../lib/view/rows/figure.ts';
import { Correspondent } from './correspondent.ts';
import { ladder } from './ladder.ts';
import { Player } from './player.ts';
import { Program } from './program.ts';

export interface TrialOptions {
  /** The program, relative to the project's folder. */
  readonly file: string;
  /** How long a check waits for what should come, in milliseconds. */
  readonly patience: number;
}

const host = '127.0.0.1';

/**
 * One run of a check: a program, the players that talk to it over TCP or UDP on this machine, and
 * the record.
 */
export class Trial {
  /** What is shown besides the ladder. */
  readonly figures: Figure[] = [];
  readonly #options: TrialOptions;
  readonly #recorder = new Recorder({ now: () => performance.now() });
  readonly #leave: (() => unknown)[] = [];
  #program: Program | undefined;
  #port: number | undefined;
  #lanes: string[] = [];

  constructor(options: TrialOptions) {
    this.#options = options;
  }

  /** What the program printed, and how it ended. It is started by the first who connects. */
  get program(): Program {
    if (this.#program) return this.#program;
    throw new Error('Cannot look at the program: nobody has connected yet');
  }

  /** The program is a server: somebody connects to it. */
  async connect(name: string): Promise<Player> {
    const wire = await connect(host, await this.#listening());
    this.#appears(name);
    return this.#player(name, wire, 'self');
  }

  /** The program is a client: it is given a port, and we answer its call. */
  async answer(name: string): Promise<Player> {
    const listener = await listen();
    const port = portOf(listener.address);
    this.#program = await this.#start(String(port));
    this.#lanes = ['client', name];
    for await (const wire of listener.wires) {
      void listener.close();
      return this.#player(name, wire, 'peer');
    }
    throw new Error('Cannot answer: the listener was closed');
  }

  /** The program is a server that hears datagrams. */
  async correspond(name: string): Promise<Correspondent> {
    const port = await udpPortTo(host, await this.#listening());
    this.#appears(name);
    const observe = this.#observer(name);
    return this.#leaving(new Correspondent(port, observe, this.#options.patience));
  }

  /**
   * Somebody else asks several times and is answered, if the server still runs. So a server that serves all
   * callers has noticed what happened before.
   */
  async others(): Promise<void> {
    const wire = await connect(host, await this.#listening()).catch(() => undefined);
    if (wire === undefined) return;
    const other = new Player('other', wire, () => {}, this.#options.patience);
    await other.asks(['1', '2', '3', '4', '5']);
    other.leaves();
  }

  /** The mode's verdict on what the players recorded. They are one end, so they convict, and prove nothing. */
  verdict(mode: Mode): Claim {
    const { events, traffic } = this.#recorder;
    const verdict = judge(mode, events, { traffic });
    return { ok: verdict.result !== 'violated', found: report(verdict) };
  }

  /** Shows the bytes that this player wrote, or that came, with `[` and `]` around each line. */
  show(label: string, pieces: readonly Uint8Array[]): void {
    const bytes = Buffer.concat(pieces);
    this.figures.push(strip({ label, bytes, frames: lineSizes(bytes) }));
  }

  /** All figures, the ladder first. */
  get drawn(): Figure[] {
    const { events } = this.#recorder;
    return events.length === 0
      ? this.figures
      : [ladder(events, this.#lanes), ...this.figures];
  }

  async close(): Promise<void> {
    for (const leave of this.#leave) await leave();
    await this.#program?.stop();
  }

  #player(name: string, wire: Wire, by: 'self' | 'peer'): Player {
    const observe = this.#observer(name);
    observe({ what: 'opened', by });
    return this.#leaving(new Player(name, wire, observe, this.#options.patience));
  }

  /** In the order in which the check does it: each event is numbered immediately. */
  #observer(name: string): Observe {
    const record = this.#recorder.observer(name, name);
    return observation => {
      record(observation);
      this.#recorder.flush();
    };
  }

  #appears(name: string): void {
    this.#lanes = this.#lanes.length === 0 ? [name, 'server'] : [...this.#lanes, name];
  }

  #leaving<T extends { leaves(): unknown }>(one: T): T {
    this.#leave.push(() => one.leaves());
    return one;
  }

  #start(...args: string[]): Promise<Program> {
    const { file, patience } = this.#options;
    return Program.start(file, patience, ...args);
  }

  async #listening(): Promise<number> {
    this.#program ??= await this.#start();
    this.#port ??= await this.#program.port();
    return this.#port;
  }
}

/** How many bytes each line has, with its ending. */
function lineSizes(bytes: Uint8Array): number[] {
  const sizes: number[] = [];
  for (let from = 0, at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0x0a) continue;
    sizes.push(at + 1 - from);
    from = at + 1;
  }
  return sizes;
}
