import { Queue } from '../../lib/connection/queue.ts';

/** How many answers may wait for their turn. The next ones stay in the keyboard's pipe. */
const ahead = 64;

/** What the operator typed for one caller, and for nobody else. */
export class Answers {
  readonly #words = new Queue<string>();
  /** One entry for each answer that may still be typed ahead. */
  readonly #places = new Queue<true>();

  constructor() {
    for (let place = 0; place < ahead; place++) this.#places.push(true);
  }

  get size(): number {
    return this.#words.size;
  }

  /** Waits for a place. Keeps nothing if the call ends meanwhile. */
  async keep(words: string): Promise<void> {
    await this.#places.take();
    this.#words.push(words);
  }

  /** Waits for the next answer; returns `undefined` if none will follow. */
  async next(): Promise<string | undefined> {
    const words = await this.#words.take();
    this.#places.push(true);
    return words;
  }

  /** Takes no more. What is here can still be said. */
  close(): void {
    this.#words.close();
    this.#places.close();
  }
}
