import { noFrames } from './anatomy.ts';
import { type ByteCodec, copied, type Decode, type Decoder } from './codec.ts';
import { checkLimit, type Limit, tooLarge, tooLargeToSend } from './limit.ts';
import { ReceiveBuffer } from './receive-buffer.ts';

/**
 * One chunk, one message: for transports that keep messages apart themselves, as UDP and
 * WebSocket do. Over TCP it is as wrong as `raw`.
 *
 * Any payload up to `maxPayload` bytes (default: 65,507, the most that UDP carries over IPv4)
 * can be sent, including an empty one. A longer chunk is `too-large`, and is not held. Offsets
 * count the bytes of all chunks. The stream may end anywhere.
 */
export function datagram({ maxPayload = 65_507 }: Limit = {}): ByteCodec {
  const limit = checkLimit(maxPayload);
  return {
    ...chunks('datagram', limit),
    encode(payload) {
      const { length } = payload;
      if (length > limit) throw tooLargeToSend(length, limit);
      return new Uint8Array(payload);
    },
  };
}

/** A codec that takes chunks for messages, except for its encoder. */
export function chunks(name: string, limit: number) {
  const decoding = <T>(decode: Decode<T>) => new ChunkDecoder(limit, decode);
  return { name, decoding, decoder: () => decoding(copied), anatomy: noFrames };
}

class ChunkDecoder<T> implements Decoder<T> {
  taken = 0;
  readonly #limit: number;
  readonly #decode: Decode<T>;
  readonly #received = new ReceiveBuffer();
  /** The sizes of all chunks, including those over the limit, of which no byte is held. */
  #sizes: number[] = [];
  /** How many of the chunks are read. */
  #passed = 0;
  #offset = 0;

  constructor(limit: number, decode: Decode<T>) {
    this.#limit = limit;
    this.#decode = decode;
  }

  get buffered(): number {
    return this.#received.length;
  }

  push(chunk: Uint8Array): void {
    this.#sizes.push(chunk.length);
    if (chunk.length <= this.#limit) this.#received.push(chunk);
  }

  read(): T | undefined {
    const [offset, size] = [this.#offset, this.#sizes[this.#passed]];
    this.taken = 0;
    if (size === undefined) return undefined;
    this.#pass();
    this.#offset += size;
    if (size > this.#limit) throw tooLarge(offset, size, this.#limit);
    try {
      return this.#decode(this.#received, 0, size, offset);
    } finally {
      this.#received.drop(size);
      this.taken = size;
    }
  }

  /** Removes half of the sizes together: shifting each out of a long array would be quadratic. */
  #pass(): void {
    this.#passed++;
    if (2 * this.#passed < this.#sizes.length) return;
    this.#sizes = this.#sizes.slice(this.#passed);
    this.#passed = 0;
  }

  /** Never throws: a chunk is always whole. */
  end(): void {}
}
