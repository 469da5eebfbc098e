import type { Clock } from '../../connection/clock.ts';
import type { Port } from '../udp/port.ts';
import { seeded } from './shaper.ts';
import type { Faults } from './table.ts';

/** How long a datagram waits to be overtaken before it is delivered anyway, in milliseconds. */
const patience = 100;

/** A port whose link loses, duplicates, reorders and delays datagrams, separately in each direction. */
export function lossy(port: Port, faults: Faults, clock: Clock): Port {
  const { seed = 1 } = faults;
  const out = new LossyLane(faults, clock, seed);
  const back = new LossyLane(faults, clock, seed + 1);
  return {
    address: port.address,
    send: (bytes, to) => out.pass(() => port.send(bytes, to)),
    start: (hear, refused) =>
      port.start((bytes, from) => back.pass(() => hear(bytes, from)), refused),
    close: () => port.close(),
  };
}

/** One direction. It draws the same random numbers for every datagram, so one fault does not change another. */
class LossyLane {
  readonly #faults: Faults;
  readonly #clock: Clock;
  readonly #random: () => number;
  /** A datagram that waits until the next one has overtaken it. */
  #held: (() => void) | undefined;

  constructor(faults: Faults, clock: Clock, seed: number) {
    this.#faults = faults;
    this.#clock = clock;
    this.#random = seeded(seed);
  }

  pass(deliver: () => void): void {
    const { loss, repeat, reorder } = this.#faults;
    const [lost, repeated, overtaken] = [
      this.#happens(loss),
      this.#happens(repeat),
      this.#happens(reorder),
    ];
    if (lost) return;
    if (overtaken && this.#held === undefined) this.#hold(deliver);
    else {
      this.#deliver(deliver);
      if (repeated) this.#deliver(deliver);
      this.#release();
    }
  }

  #happens(percent = 0): boolean {
    return this.#random() * 100 < percent;
  }

  #deliver(deliver: () => void): void {
    const { delay } = this.#faults;
    if (delay === undefined) deliver();
    else this.#clock.after(delay, deliver);
  }

  #hold(deliver: () => void): void {
    this.#held = () => this.#deliver(deliver);
    const held = this.#held;
    this.#clock.after(patience, () => {
      if (this.#held === held) this.#release();
    });
  }

  #release(): void {
    const held = this.#held;
    this.#held = undefined;
    held?.();
  }
}
