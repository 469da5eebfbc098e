import type { Codec } from '../framing/index.ts';
import type { Member } from './hub.ts';
import { Tick } from './tick.ts';

interface Encoding<M> {
  readonly codec: Codec<string>;
  tick: Tick<M>;
  /** The frame of what was said to all last. */
  last: Uint8Array;
}

/**
 * All that was said in one tick, as each codec frames it: a line is encoded once for all who share one,
 * however many they are. The order is the same in every encoding.
 */
export class Encodings<M extends Member> {
  /** A list, for there are only as many as a server has kinds of doors. */
  readonly #encodings: Encoding<M>[] = [];

  get empty(): boolean {
    return this.#encodings.every(({ tick }) => tick.empty);
  }

  /** For all but one. */
  toAll(text: string, except: M | undefined): void {
    for (const encoding of this.#encodings) {
      encoding.last = encoding.codec.encode(text);
      encoding.tick.toAll(encoding.last, except);
    }
  }

  /** What was said to all last, as this one hears it. */
  lastFor(member: M): Uint8Array {
    return this.#of(member).last;
  }

  /** For one alone. */
  toOne(member: M, text: string): Uint8Array {
    const { codec, tick } = this.#of(member);
    const frame = codec.encode(text);
    tick.toOne(member, frame);
    return frame;
  }

  /** Somebody who hears what is said from now on. */
  hearsFromHere(member: M): void {
    this.#of(member).tick.hearsFromHere(member);
  }

  /** What one member is to be sent of it so far. */
  take(member: M): readonly Uint8Array[] {
    return this.#of(member).tick.take(member);
  }

  /** Gives what each member is to be sent, and begins anew. */
  close(): (member: M) => readonly Uint8Array[] {
    const closed = this.#encodings.map(encoding => {
      const { codec, tick } = encoding;
      encoding.tick = new Tick();
      return { codec, piecesFor: tick.close() };
    });
    return member => {
      const codec = codecOf(member);
      return closed.find(one => one.codec === codec)?.piecesFor(member) ?? [];
    };
  }

  #of(member: M): Encoding<M> {
    const codec = codecOf(member);
    const known = this.#encodings.find(encoding => encoding.codec === codec);
    if (known !== undefined) return known;
    const encoding = { codec, tick: new Tick<M>(), last: nothing };
    this.#encodings.push(encoding);
    return encoding;
  }
}

const nothing = new Uint8Array();

const codecOf = ({ connection }: Member): Codec<string> => connection.relay.codec;
