// What a message must look like, and the one stream that all must see.

import { lines, type Tongue } from './tongue.ts';

/** Says who and how many, where there is room for it; else the number, as far as it fits. */
export function payload(name: string, number: number, size: number): string {
  const words = `${name} ${String(number).padStart(7, '0')} `;
  if (size >= words.length) return words.padEnd(size, 'x');
  return number.toString(36).padStart(size, '0').slice(-size);
}

export interface Shape {
  /** Bytes of payload. */
  readonly size: number;
  /** Whether the server puts `[m0001] ` in front. */
  readonly named: boolean;
  /** Who speaks. */
  readonly speakers: readonly string[];
  /** How often each. */
  readonly messages: number;
  /** Default: lines. */
  readonly tongue?: Tongue;
}

/**
 * The member that is ahead writes the stream, and the others are compared with it, byte by byte.
 * Each message is checked as soon as it is whole: it must be the next of its speaker's.
 */
export class Expected {
  /** Bytes of a message on the wire. */
  readonly frame: number;
  /** Bytes of the whole stream. */
  readonly total: number;
  readonly #shape: Shape;
  readonly #tongue: Tongue;
  /** Bytes of framing before the words. */
  readonly #ahead: number;
  readonly #bytes: Buffer;
  /** Who said which message. */
  readonly #authors: string[] = [];
  readonly #said = new Map<string, number>();
  #length = 0;

  constructor(shape: Shape) {
    const { size, named, speakers, messages, tongue = lines } = shape;
    const words = (named ? prefix(speakers[0] ?? '') : '') + 'x'.repeat(size);
    this.#shape = shape;
    this.#tongue = tongue;
    this.#ahead = tongue.ahead(words);
    this.frame = tongue.hears(words).length;
    this.total = this.frame * speakers.length * messages;
    this.#bytes = Buffer.allocUnsafe(this.total);
  }

  /** Who said the message with this number. */
  author(index: number): string {
    return this.#authors[index] ?? '';
  }

  /** Throws unless these bytes belong there. */
  check(at: number, chunk: Buffer, who: string): void {
    const end = at + chunk.length;
    if (end > this.total) throw new Error(`${who} received more than was said`);
    const known = Math.min(chunk.length, Math.max(0, this.#length - at));
    if (this.#bytes.compare(chunk, 0, known, at, at + known) !== 0) {
      throw new Error(`${who} did not receive what others did, after byte ${at}`);
    }
    if (known === chunk.length) return;
    chunk.copy(this.#bytes, at + known, known);
    this.#length = end;
    while ((this.#authors.length + 1) * this.frame <= end) this.#checkNext(who);
  }

  /** All but one speaker's own words: what that speaker must have heard. */
  without(name: string): Buffer {
    const frames: Buffer[] = [];
    this.#authors.forEach((author, index) => {
      const at = index * this.frame;
      if (author !== name) frames.push(this.#bytes.subarray(at, at + this.frame));
    });
    return Buffer.concat(frames);
  }

  #checkNext(who: string): void {
    const { named, size } = this.#shape;
    const at = this.#authors.length * this.frame;
    const found = this.#bytes.toString('latin1', at, at + this.frame);
    const author = this.#authorOf(found);
    const number = this.#said.get(author) ?? 0;
    const words = (named ? prefix(author) : '') + payload(author, number, size);
    const wanted = this.#tongue.hears(words);
    if (found !== wanted) throw new Error(`${who} received ${found} and not ${wanted}`);
    this.#said.set(author, number + 1);
    this.#authors.push(author);
  }

  /** A lone speaker's message may be too short to say whose it is. */
  #authorOf(found: string): string {
    const { speakers, named } = this.#shape;
    const [only = ''] = speakers;
    if (speakers.length === 1) return only;
    const start = this.#ahead + (named ? 1 : 0);
    return found.slice(start, start + only.length);
  }
}

const prefix = (name: string) => `[${name}] `;
