import type { Kind } from '../trace/event.ts';
import { inNextTask } from './next-task.ts';
import { Queue } from './queue.ts';
import type { Wire } from './wire.ts';

/** How many messages may wait unread. Then we stop reading, and TCP flow control slows the peer down. */
const inboxLimit = 64;

/** What a program receives: the peer's words, and what they were when they arrived. */
export interface Received {
  readonly kind: Kind;
  readonly text: string;
}

/** `nth`: which frame on this link it was. */
interface Line extends Received {
  readonly nth: number;
}

/** Turns the bytes of a connection into the messages of an inbox. */
export interface Hearing {
  /** Hears what has arrived already, while the inbox is open. */
  hear(): void;
  /** Whether the network has taken everything that was sent to the peer. */
  readonly answered: boolean;
}

/** The messages that the program has not taken yet. It also decides whether we read more. */
export class Inbox implements AsyncIterableIterator<Received, undefined> {
  /** Which frame on this link the program took last, counted from 1. */
  lastTaken = 0;
  /** How many frames on this link were heard. */
  frames = 0;
  readonly #wire: Wire;
  readonly #hearing: Hearing;
  /** Made for the first message, so that an idle connection has none. */
  #queue: Queue<Line> | undefined;
  #paused = false;
  #full = false;
  /** Who holds it. Made for the first one, so that an idle connection has none. */
  #holders: Set<object> | undefined;
  #resting = false;
  #owes = false;

  constructor(wire: Wire, hearing: Hearing) {
    this.#wire = wire;
    this.#hearing = hearing;
  }

  /** Whether the next frame may be heard. */
  get open(): boolean {
    this.#owes &&= !this.#hearing.answered;
    const held = this.#holders !== undefined && this.#holders.size > 0;
    return !(this.#full || held || this.#resting || this.#owes);
  }

  get #lines(): Queue<Line> {
    this.#queue ??= new Queue();
    return this.#queue;
  }

  /**
   * Counts one more frame on this link. The program receives `text`, or nothing if it is
   * `undefined`.
   */
  frame(kind: Kind, text: string | undefined): void {
    this.frames++;
    this.push(kind, text);
  }

  /**
   * Queues `text` for the program, after the frames so far. Does nothing if `text` is
   * `undefined`.
   */
  push(kind: Kind, text: string | undefined): void {
    if (text === undefined) return;
    this.#lines.push({ kind, text, nth: this.frames });
    if (this.#lines.size >= inboxLimit) this.#full = true;
  }

  /** Returns the next message, or `undefined` if none will follow. */
  async receive(): Promise<Received | undefined> {
    const { value } = await this.next();
    return value;
  }

  /** Breaking out of this loop leaves the inbox as it is. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Returns a message that is here already with a single promise, because promises are most of the cost. */
  next(): Promise<IteratorResult<Received, undefined>> {
    this.#makeRoom();
    const line = this.#lines.shift();
    return line === undefined ? this.#later() : Promise.resolve(this.#take(line));
  }

  /** Hears nothing more before `holder`, and every other holder, has released it. */
  hold(holder: object): void {
    this.#holders ??= new Set();
    this.#holders.add(holder);
    this.pause();
  }

  /** Ends the hold of this holder. Does nothing if it has none. */
  release(holder: object): void {
    if (this.#holders?.delete(holder)) this.goOn();
  }

  /** Hears nothing more before the peer has taken our answer. */
  owes(): void {
    this.#owes = true;
  }

  /** Hears nothing more in this turn of the event loop. */
  rest(): void {
    if (this.#resting) return;
    this.#resting = true;
    inNextTask(() => {
      this.#resting = false;
      this.goOn();
    });
  }

  /** Stops reading from the network. */
  pause(): void {
    this.#paused = true;
    this.#wire.pause();
  }

  /** Continues to hear, if nothing prevents it any more: first what has arrived already. */
  goOn(): void {
    if (!this.#paused || !this.open) return;
    this.#hearing.hear();
    if (!this.open) return;
    this.#paused = false;
    this.#wire.resume();
  }

  /** No more messages will arrive. The program can still take those that are here. */
  close(): void {
    this.#lines.close();
  }

  async #later(): Promise<IteratorResult<Received, undefined>> {
    return this.#take(await this.#lines.take());
  }

  #take(line: Line | undefined): IteratorResult<Received, undefined> {
    if (line === undefined) return { done: true, value: undefined };
    this.lastTaken = line.nth;
    return { done: false, value: line };
  }

  #makeRoom(): void {
    if (!this.#full || this.#lines.size > inboxLimit / 2) return;
    this.#full = false;
    this.goOn();
  }
}
