// The versions that most people write first. Both work until something goes wrong; the lessons show what.

import type { Codec, Decoder } from '../../lib/framing/index.ts';

/** A line reader in fifteen lines. Five lessons each find a different mistake in it. */
export const naiveLines = (): Codec<string> => ({
  name: 'naive lines',
  encode: message => Buffer.from(`${message}\n`),
  decoder: () => new NaiveLines(),
});

export class NaiveLines implements Decoder<string> {
  #text = '';
  /** How many characters it has looked at to find a line ending. */
  looked = 0;
  taken = 0;

  get buffered(): number {
    return this.#text.length;
  }

  push(chunk: Uint8Array): void {
    this.#text += Buffer.from(chunk).toString();
  }

  read(): string | undefined {
    const [line = '', ...rest] = this.#text.split('\n');
    this.looked += this.#text.length;
    if (rest.length === 0) return undefined;
    this.#text = rest.join('\n');
    this.taken = line.length + 1;
    return line;
  }

  end(): void {}
}

/** Believes every length, and allocates that much memory immediately (here it only counts the bytes). */
export class NaiveLength implements Decoder<Uint8Array> {
  taken = 0;
  #bytes = Buffer.alloc(0);

  get buffered(): number {
    return this.#bytes.length < 4 ? 0 : 4 + this.#bytes.readUInt32BE(0);
  }

  push(chunk: Uint8Array): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
  }

  read(): Uint8Array | undefined {
    const end = this.buffered;
    if (end === 0 || end > this.#bytes.length) return undefined;
    const payload = this.#bytes.subarray(4, end);
    this.#bytes = this.#bytes.subarray(end);
    this.taken = end;
    return payload;
  }

  end(): void {}
}
