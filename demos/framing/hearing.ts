import { Queue } from '../../lib/connection/queue.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import type { Codec } from '../../lib/framing/index.ts';
import { readAll } from './reading.ts';

/** Longer than anything takes on this machine, in milliseconds. */
const patience = 60_000;

/** Collects what arrives at one end of a link, chunk by chunk. */
export class ChunkListener {
  readonly #chunks = new Queue<Uint8Array>();

  constructor(wire: Wire) {
    const close = () => this.#chunks.close();
    const chunk = (bytes: Uint8Array) => this.#chunks.push(bytes);
    wire.start({ chunk, drained() {}, ended: close, reset: close, closed: close });
  }

  /** Returns the next chunks, until they have `count` bytes. Throws if the link ends earlier, or is silent. */
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

/** Answers each message with one byte. Returns an array that grows: the messages that it has received. */
export function answering(wire: Wire, codec: Codec<string>): string[] {
  const decoder = codec.decoder();
  const heard: string[] = [];
  function chunk(bytes: Uint8Array): void {
    decoder.push(bytes);
    for (const message of readAll(decoder).messages) {
      heard.push(message);
      wire.write(Buffer.of(1));
    }
  }
  wire.start({ chunk, drained() {}, ended() {}, reset() {}, closed() {} });
  return heard;
}
