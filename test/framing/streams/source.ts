/** Chunks for a stream, which remembers how many were asked for. */
export class Source implements AsyncIterable<Uint8Array> {
  asked = 0;
  /** Whether the stream has let it go, at its end or before. */
  left = false;
  readonly #chunks: Iterable<Uint8Array>;

  constructor(chunks: Iterable<Uint8Array>) {
    this.#chunks = chunks;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, undefined> {
    try {
      for (const chunk of this.#chunks) {
        this.asked++;
        yield chunk;
      }
    } finally {
      this.left = true;
    }
    return undefined;
  }
}
