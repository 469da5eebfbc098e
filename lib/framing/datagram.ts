import { noFrames } from './anatomy.ts';
import type { ByteCodec, Decoder } from './codec.ts';
import type { FrameError } from './frame-error.ts';
import { checkLimit, checkSize, type Limit, tooLarge } from './limit.ts';

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
    name: 'datagram',
    encode(payload) {
      checkSize(payload, limit);
      return new Uint8Array(payload);
    },
    decoder: () => new ChunkDecoder(limit),
    anatomy: noFrames,
  };
}

/** Takes chunks for messages, and copies them. */
export class ChunkDecoder implements Decoder<Uint8Array> {
  readonly #limit: number;
  readonly #unread: (Uint8Array | FrameError)[] = [];
  #received = 0;
  #buffered = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get buffered(): number {
    return this.#buffered;
  }

  push(chunk: Uint8Array): void {
    const [limit, size, offset] = [this.#limit, chunk.length, this.#received];
    const fits = size <= limit;
    this.#unread.push(fits ? new Uint8Array(chunk) : tooLarge(offset, size, limit));
    this.#received += size;
    if (fits) this.#buffered += size;
  }

  read(): Uint8Array | undefined {
    const next = this.#unread.shift();
    if (next instanceof Error) throw next;
    this.#buffered -= next?.length ?? 0;
    return next;
  }

  /** Nothing is ever cut off: what came is all there. */
  end(): void {}
}
