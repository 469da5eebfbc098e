import { realClock } from '../../connection/clock.ts';
import { nextTask } from '../../connection/next-task.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Values } from '../../options/option.ts';
import type { Observation } from '../../trace/event.ts';
import type { Observe } from '../../trace/recorder.ts';
import { doorCalled } from '../../transport/doors.ts';
import { faulty } from '../../transport/faults/faulty.ts';
import { fitting } from '../script/parse-faults.ts';
import { Latest } from './latest.ts';
import type { Call, ObserverOf, Opposite, ServerInHand } from './opposite.ts';

/** How long a server may take to let go of players who have ended, in milliseconds. */
const farewell = 1_000;

/** A stranger's server: where it is, and what it does for a scene besides answering. */
export interface Stranger {
  readonly address: string;
  /** The same, as the flags of a client. */
  readonly at: Values;
  /** How long something may still come that should not, in milliseconds. */
  readonly grace?: number;
  /** Makes the connection: a program that has just been started may need a while. */
  readonly reach?: (connect: () => Promise<Wire>) => Promise<Wire>;
  /** It stays after a scene, so everybody is let go before the next. `all`: it has let go of them all. */
  readonly letGo?: (all: boolean) => void;
  /** `happened`: tells that there may be news. */
  readonly inHand?: (happened: () => void) => Partial<ServerInHand>;
}

export interface TheirsOptions extends Stranger {
  /** How long a line of a scene waits for what it asks for, in milliseconds. */
  readonly patience: number;
  readonly record: ObserverOf;
}

/**
 * A stranger's server, through the door that the scene names. Only the players' ends are here, so nobody can
 * count what is in flight: a line that asks for something waits for it, with a deadline on the real clock.
 */
export class Theirs implements Opposite {
  readonly address: string;
  readonly clock = realClock;
  readonly inHand: Partial<ServerInHand>;
  readonly #options: TheirsOptions;
  readonly #latest = new Latest();
  readonly #wires: Wire[] = [];
  /** Whom players were told to be gone. */
  #farewells = '';

  constructor(options: TheirsOptions) {
    this.#options = options;
    this.address = options.address;
    this.inHand = {
      settled: () => this.#taken(),
      isCut: name => this.#farewells.includes(` ${name} `),
      heldFor: () => 0,
      ...options.inHand?.(() => this.#latest.happened()),
    };
  }

  now(): number {
    return realClock.now();
  }

  /** Does nothing: it runs already. */
  async start(): Promise<void> {}

  async connect(_: string, { as, door, faults }: Call): Promise<Wire> {
    const { at, reach = call => call() } = this.#options;
    const { faults: kind, network } = doorCalled(door);
    const link = { clock: realClock, faults: fitting(faults, kind) };
    const { connect } = await network();
    const wire = await reach(() => connect({ ...at, name: as }, link));
    this.#wires.push(wire);
    return kind === 'stream' ? faulty(wire, faults, realClock, 'both') : wire;
  }

  observer(end: string, link: string): Observe {
    const record = this.#options.record(end, link);
    return observation => {
      record(observation);
      this.#note(observation);
      this.#latest.happened();
    };
  }

  /** What is in flight cannot be known. */
  async settled(): Promise<void> {
    await nextTask();
  }

  async until(come: () => boolean): Promise<string | undefined> {
    const { patience } = this.#options;
    if (await this.#within(patience, come)) return undefined;
    return `waited ${patience} ms for ${this.address}`;
  }

  /** Nobody can say that nothing will come. It has a moment in which it would. */
  async quiet(): Promise<void> {
    const { grace = 0 } = this.#options;
    const deadline = realClock.now() + grace;
    for (let left = grace; left > 0; left = deadline - realClock.now())
      await this.#latest.next(left);
  }

  async parted(gone: () => boolean): Promise<void> {
    const { letGo, patience } = this.#options;
    if (letGo) letGo(await this.#within(Math.min(patience, farewell), gone));
  }

  /** Does nothing: the server continues without us. */
  async leave(): Promise<void> {}

  #note({ kind, text = '' }: Observation): void {
    if (kind !== 'notice' || !/ (?:left|gone)\b/.test(text)) return;
    this.#farewells = `${this.#farewells}${text} `.slice(-1_000);
  }

  async #within(ms: number, come: () => boolean): Promise<boolean> {
    const deadline = realClock.now() + ms;
    while (!come()) {
      const left = deadline - realClock.now();
      if (left <= 0) return false;
      await this.#latest.next(left);
      // An observation precedes what the player makes of it.
      await nextTask();
    }
    return true;
  }

  /** Waits until the network has taken what the players said. A server that does not read stops them. */
  async #taken(): Promise<void> {
    const late = await this.until(() => this.#wires.every(wire => wire.waiting === 0));
    if (late) throw new Error(`expected it to read what it is sent (${late})`);
    await nextTask();
  }
}
