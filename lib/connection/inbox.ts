import { Queue } from './queue.ts';
import type { Wire } from './wire.ts';

/** Beyond this many unread messages we stop reading, and the peer's network feels it. */
const inboxLimit = 64;

interface Line {
  readonly text: string;
  readonly nth: number;
}

/** What has come, and was not taken yet. */
export class Inbox {
  /** Which frame on this link the program took last, counted from 1. */
  lastTaken = 0;
  readonly #wire: Wire;
  /** Made for the first message: whoever is silent costs none. */
  #queue: Queue<Line> | undefined;
  #paused = false;
  #held = false;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  get #lines(): Queue<Line> {
    this.#queue ??= new Queue();
    return this.#queue;
  }

  /** `nth`: which frame on this link it was. Without a text there is nothing to be told. */
  push(text: string | undefined, nth: number): void {
    if (text !== undefined) this.#lines.push({ text, nth });
  }

  /** The next message; `undefined`: the peer has said its last. */
  async receive(): Promise<string | undefined> {
    this.#readOn();
    const line = this.#lines.shift() ?? (await this.#lines.take());
    if (line !== undefined) this.lastTaken = line.nth;
    return line?.text;
  }

  /** Reads nothing more from the network until it is let go. */
  hold(held: boolean): void {
    this.#held = held;
    if (held) this.#pause();
    else this.#readOn();
  }

  pauseIfFull(): void {
    if (this.#lines.size > inboxLimit) this.#pause();
  }

  /** Nothing more will come. What is here can still be taken. */
  close(): void {
    this.#lines.close();
  }

  #pause(): void {
    this.#paused = true;
    this.#wire.pause();
  }

  #readOn(): void {
    if (!this.#paused || this.#held || this.#lines.size > inboxLimit / 2) return;
    this.#paused = false;
    this.#wire.resume();
  }
}
