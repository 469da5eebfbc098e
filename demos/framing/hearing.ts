import { Queue, type Wire } from '../../lib/connection/index.ts';

/** Nothing on this machine takes so long. Milliseconds. */
const patience = 10_000;

/** What comes in at one end of a link, chunk by chunk. */
export class Ear {
  readonly #chunks = new Queue<Uint8Array>();

  constructor(wire: Wire) {
    const close = () => this.#chunks.close();
    wire.start({
      chunk: bytes => this.#chunks.push(bytes),
      drained() {},
      ended: close,
      reset: close,
      closed: close,
    });
  }

  /** The next chunks, until they are so many bytes together. Throws if the link ends before, or is silent. */
  async hear(count: number): Promise<Uint8Array[]> {
    const chunks: Uint8Array[] = [];
    const guard = setTimeout(() => this.#chunks.close(), patience);
    for (let left = count; left > 0; ) {
      const chunk = await this.#chunks.take();
      if (chunk === undefined) throw new Error(`Cannot hear ${left} of ${count} bytes`);
      chunks.push(chunk);
      left -= chunk.length;
    }
    clearTimeout(guard);
    return chunks;
  }
}
