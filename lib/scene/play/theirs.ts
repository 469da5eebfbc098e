import { realClock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Observe } from '../../trace/recorder.ts';
import { doorCalled } from '../../transport/doors.ts';
import { faulty } from '../../transport/faults/faulty.ts';
import { endpoint } from '../../transport/tcp/endpoint.ts';
import { fitting } from '../script/parse-faults.ts';
import { nextTask } from '../script/time.ts';
import { Latest } from './latest.ts';
import type { Call, ObserverOf, Opposite } from './opposite.ts';

export interface TheirsOptions {
  readonly host: string;
  readonly port: number;
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
  readonly #options: TheirsOptions;
  readonly #latest = new Latest();

  constructor(options: TheirsOptions) {
    this.#options = options;
    this.address = endpoint(options.host, options.port);
  }

  now(): number {
    return realClock.now();
  }

  /** Does nothing: it runs already. */
  async start(): Promise<void> {}

  async connect(_: string, { as, door, faults }: Call): Promise<Wire> {
    const { host, port } = this.#options;
    const { faults: kind, network } = doorCalled(door);
    const link = { clock: realClock, faults: fitting(faults, kind) };
    const wire = await (await network()).connect({ host, port, name: as }, link);
    return kind === 'stream' ? faulty(wire, faults, realClock, 'both') : wire;
  }

  observer(end: string, link: string): Observe {
    const record = this.#options.record(end, link);
    return observation => {
      record(observation);
      this.#latest.happened();
    };
  }

  /** What is in flight cannot be known. */
  async settled(): Promise<void> {
    await nextTask();
  }

  async until(come: () => boolean): Promise<string | undefined> {
    const { patience } = this.#options;
    const deadline = realClock.now() + patience;
    while (!come()) {
      const left = deadline - realClock.now();
      if (left <= 0) return `waited ${patience} ms for ${this.address}`;
      await this.#latest.next(left);
      // The observation comes before the player has handled it.
      await nextTask();
    }
    return undefined;
  }

  /** Does nothing: the server continues without us. */
  async leave(): Promise<void> {}
}
