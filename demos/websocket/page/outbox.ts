/** A message that the person has typed. */
export interface Unsent {
  readonly text: string;
  /** How many bytes it takes in the browser's send buffer. */
  readonly size: number;
}

/** The most messages that are kept while there is no connection. */
const most = 50;

/**
 * The messages that were typed and may not have left. A WebSocket accepts every message
 * immediately, and reports nothing if it is lost: `bufferedAmount` is all that a page can know. It
 * counts the bytes of the last messages that the network had not taken.
 */
export class Outbox<T extends Unsent> {
  readonly #waiting: T[] = [];
  #said: T[] = [];

  /** Keeps a message. Returns false if there is no more space. */
  keep(words: T): boolean {
    if (this.#waiting.length >= most) return false;
    this.#waiting.push(words);
    return true;
  }

  /** Returns the next message to send, once. */
  next(): T | undefined {
    const words = this.#waiting.shift();
    if (words !== undefined) this.#said.push(words);
    return words;
  }

  /** Call this when everything that was sent has left. Returns those messages. */
  left(): T[] {
    return this.#said.splice(0);
  }

  /**
   * Call this when the link is gone. Messages that had not left wait again, in their order. Returns
   * the others.
   */
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
