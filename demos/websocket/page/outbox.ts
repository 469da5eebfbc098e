/** Something that its author has typed. */
export interface Unsent {
  readonly text: string;
  /** Bytes on their way to the network. */
  readonly size: number;
}

/** What is kept for a room that is not there, at most. */
const most = 50;

/**
 * What was typed and may not have left. A WebSocket takes every word at once and says nothing when it
 * goes under: `bufferedAmount` is all that a page can know. It counts the bytes, of the last words
 * said, that the network had not taken.
 */
export class Outbox<T extends Unsent> {
  readonly #waiting: T[] = [];
  #said: T[] = [];

  /** False: no more room. */
  keep(words: T): boolean {
    if (this.#waiting.length >= most) return false;
    this.#waiting.push(words);
    return true;
  }

  /** The next that is to be said, once. */
  next(): T | undefined {
    const words = this.#waiting.shift();
    if (words !== undefined) this.#said.push(words);
    return words;
  }

  /** All that was said has left. Gives what that is. */
  left(): T[] {
    return this.#said.splice(0);
  }

  /** The link is gone. Whatever did not leave with it waits again, in its place. */
  lost(bufferedAmount: number): T[] {
    const back: T[] = [];
    for (let bytes = bufferedAmount; bytes > 0; ) {
      const words = this.#said.pop();
      if (words === undefined) break;
      bytes -= words.size;
      back.unshift(words);
    }
    this.#said = [];
    this.#waiting.unshift(...back);
    return back;
  }
}
