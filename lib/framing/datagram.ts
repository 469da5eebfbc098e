import { noFrames } from './anatomy.ts';
import { type ByteCodec, copied, type Decoder, type Open } from './codec.ts';
import { checkLimit, checkSize, type Limit, tooLarge } from './limit.ts';
import { Unread } from './unread.ts';

/**
 * One chunk, one message: for what keeps messages apart by itself, as UDP and WebSocket do.
 * Over TCP it is as wrong as `raw`.
 *
 * Any payload up to `maxPayload` bytes (65,507: the most that UDP carries over IPv4) can be
 * sent, an empty one as well. A longer chunk is `too-large`, and not held. Offsets count the
 * bytes of all chunks. Any end is a clean one.
 */
export function datagram({ maxPayload = 65_507 }: Limit = {}): ByteCodec {
  const limit = checkLimit(maxPayload);
  return {
    ...chunks('datagram', limit),
    encode(payload) {
      checkSize(payload, limit);
      return new Uint8Array(payload);
    },
  };
}

/** Chunks for messages: all of a codec but how it writes them. */
export function chunks(name: string, limit: number) {
  const opening = <T>(open: Open<T>) => new ChunkDecoder(limit, open);
  return { name, opening, decoder: () => opening(copied), anatomy: noFrames };
}

class ChunkDecoder<T> implements Decoder<T> {
  readonly #limit: number;
  readonly #open: Open<T>;
  readonly #unread = new Unread();
  /** Of all chunks, those over the limit too, of which no byte is held. */
  #sizes: number[] = [];
  /** How many of them are read. */
  #passed = 0;
  #offset = 0;

  constructor(limit: number, open: Open<T>) {
    this.#limit = limit;
    this.#open = open;
  }

  get buffered(): number {
    return this.#unread.length;
  }

  push(chunk: Uint8Array): void {
    this.#sizes.push(chunk.length);
    if (chunk.length <= this.#limit) this.#unread.push(chunk);
  }

  read(): T | undefined {
    const [offset, size] = [this.#offset, this.#sizes[this.#passed]];
    if (size === undefined) return undefined;
    this.#pass();
    this.#offset += size;
    if (size > this.#limit) throw tooLarge(offset, size, this.#limit);
    try {
      return this.#open(this.#unread, 0, size, offset);
    } finally {
      this.#unread.drop(size);
    }
  }

  /** Half of them at a time: to shift each out of a long array would be quadratic. */
  #pass(): void {
    this.#passed++;
    if (2 * this.#passed < this.#sizes.length) return;
    this.#sizes = this.#sizes.slice(this.#passed);
    this.#passed = 0;
  }

  /** Nothing is ever cut off: what came is all there. */
  end(): void {}
}
