/** First in, first out. A reader may wait for an item that has not arrived yet. */
export class Queue<T> implements AsyncIterable<T> {
  #items: T[] = [];
  #head = 0;
  #closed = false;
  #waiting: ((item: T | undefined) => void)[] = [];

  get size(): number {
    return this.#items.length - this.#head;
  }

  push(item: T): void {
    if (this.#closed) return;
    const reader = this.#waiting.shift();
    if (reader) reader(item);
    else this.#items.push(item);
  }

  /** Nothing more will be added. What is here can still be taken. */
  close(): void {
    this.#closed = true;
    for (const reader of this.#waiting.splice(0)) reader(undefined);
  }

  /** Returns the next item, or `undefined` if the queue is closed and empty. */
  take(): Promise<T | undefined> {
    if (this.size > 0 || this.#closed) return Promise.resolve(this.shift());
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  /**
   * Returns the next item, if one is here. Array.shift would move all items after it; moving the
   * head instead keeps long queues linear.
   */
  shift(): T | undefined {
    if (this.size === 0) return undefined;
    const item = this.#items[this.#head++];
    if (this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }

  /** By hand: an async generator waits three times for every item. */
  [Symbol.asyncIterator](): AsyncIterator<T> {
    return {
      next: async () => {
        const value = await this.take();
        return value === undefined ? { done: true, value } : { done: false, value };
      },
    };
  }
}
