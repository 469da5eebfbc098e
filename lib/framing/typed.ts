import type { ByteCodec, Decoder } from './codec.ts';

/**
 * Of each message a final LF or CRLF is taken away: who types it into a program such as `nc` ends it with
 * one. For framings that do not use it themselves.
 */
export function typed(codec: ByteCodec): ByteCodec {
  return { ...codec, decoder: () => new Typed(codec.decoder()) };
}

const [lf, cr] = [10, 13];

class Typed implements Decoder<Uint8Array> {
  readonly #inner: Decoder<Uint8Array>;

  constructor(inner: Decoder<Uint8Array>) {
    this.#inner = inner;
  }

  get buffered(): number {
    return this.#inner.buffered;
  }

  push(chunk: Uint8Array): void {
    this.#inner.push(chunk);
  }

  read(): Uint8Array | undefined {
    const message = this.#inner.read();
    if (message?.at(-1) !== lf) return message;
    return message.subarray(0, message.at(-2) === cr ? -2 : -1);
  }

  end(): void {
    this.#inner.end();
  }
}
