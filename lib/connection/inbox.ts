import { Queue } from './queue.ts';
import type { Wire } from './wire.ts';

/** Beyond this many unread messages nothing more is heard, and the peer's network feels it. */
const inboxLimit = 64;

interface Line {
  readonly text: string;
  readonly nth: number;
}

/** Who turns bytes into what is in an inbox. */
export interface Hearing {
  /** Hears what has arrived already, while the inbox is open. */
  hear(): void;
  /** Whether the network has taken what was said to the peer. */
  readonly answered: boolean;
}

/** What has come and was not taken yet, and whether more is heard. */
export class Inbox {
  /** Which frame on this link the program took last, counted from 1. */
  lastTaken = 0;
  /** How many frames on this link were heard. */
  frames = 0;
  readonly #wire: Wire;
  readonly #hearing: Hearing;
  /** Made for the first message: whoever is silent costs none. */
  #queue: Queue<Line> | undefined;
  #paused = false;
  #full = false;
  #held = false;
  #resting = false;
  #owes = false;

  constructor(wire: Wire, hearing: Hearing) {
    this.#wire = wire;
    this.#hearing = hearing;
  }

  /** Whether the next frame may be heard. */
  get open(): boolean {
    this.#owes &&= !this.#hearing.answered;
    return !(this.#full || this.#held || this.#resting || this.#owes);
  }

  get #lines(): Queue<Line> {
    this.#queue ??= new Queue();
    return this.#queue;
  }

  /** One more frame on this link was heard. `undefined`: the program is not told. */
  frame(text: string | undefined): void {
    this.frames++;
    this.push(text);
  }

  /** Tells the program something behind the frames so far. `undefined`: there is nothing to be told. */
  push(text: string | undefined): void {
    if (text === undefined) return;
    this.#lines.push({ text, nth: this.frames });
    if (this.#lines.size > inboxLimit) this.#full = true;
  }

  /** The next message; `undefined`: the peer has said its last. */
  async receive(): Promise<string | undefined> {
    this.#makeRoom();
    const line = this.#lines.shift() ?? (await this.#lines.take());
    if (line !== undefined) this.lastTaken = line.nth;
    return line?.text;
  }

  /** Hears nothing more until it is let go. */
  hold(held: boolean): void {
    this.#held = held;
    if (held) this.pause();
    else this.goOn();
  }

  /** Hears nothing more before the peer has taken what was answered. */
  owes(): void {
    this.#owes = true;
  }

  /** Hears nothing more in this turn of the event loop. */
  rest(): void {
    if (this.#resting) return;
    this.#resting = true;
    setImmediate(() => {
      this.#resting = false;
      this.goOn();
    });
  }

  /** The network is not read while more may not be heard. */
  pause(): void {
    this.#paused = true;
    this.#wire.pause();
  }

  /** Hears on, if nothing is in the way any more: first what is here already. */
  goOn(): void {
    if (!this.#paused || !this.open) return;
    this.#hearing.hear();
    if (!this.open) return;
    this.#paused = false;
    this.#wire.resume();
  }

  /** Nothing more will come. What is here can still be taken. */
  close(): void {
    this.#lines.close();
  }

  #makeRoom(): void {
    if (!this.#full || this.#lines.size > inboxLimit / 2) return;
    this.#full = false;
    this.goOn();
  }
}
