import type { Codec } from '../framing/index.ts';
import type { Member } from './hub.ts';
import { Tick } from './tick.ts';

/**
 * All that was said in one tick, as each codec frames it: a line is encoded once for all who share one,
 * however many they are. The order is the same in every edition.
 */
export class Editions<M extends Member> {
  #ticks = new Map<Codec<string>, Tick<M>>();

  get empty(): boolean {
    for (const tick of this.#ticks.values()) if (!tick.empty) return false;
    return true;
  }

  /** For all but one. Gives the frame that each member is to get. */
  toAll(text: string, except: M | undefined): (member: M) => Uint8Array {
    const frames = new Map<Codec<string>, Uint8Array>();
    for (const [codec, tick] of this.#ticks) {
      const frame = codec.encode(text);
      frames.set(codec, frame);
      tick.toAll(frame, except);
    }
    return member => frames.get(codecOf(member)) ?? codecOf(member).encode(text);
  }

  /** For one alone. */
  toOne(member: M, text: string): Uint8Array {
    const frame = codecOf(member).encode(text);
    this.#of(member).toOne(member, frame);
    return frame;
  }

  /** Somebody who hears what is said from now on. */
  hearsFromHere(member: M): void {
    this.#of(member).hearsFromHere(member);
  }

  /** What one member is to be sent of it so far. */
  take(member: M): readonly Uint8Array[] {
    return this.#of(member).take(member);
  }

  /** Gives what each member is to be sent, and begins anew. */
  close(): (member: M) => readonly Uint8Array[] {
    const closed = new Map(
      [...this.#ticks].map(([codec, tick]) => [codec, tick.close()]),
    );
    this.#ticks = new Map([...this.#ticks.keys()].map(codec => [codec, new Tick()]));
    return member => closed.get(codecOf(member))?.(member) ?? [];
  }

  #of(member: M): Tick<M> {
    const codec = codecOf(member);
    const tick = this.#ticks.get(codec) ?? new Tick<M>();
    this.#ticks.set(codec, tick);
    return tick;
  }
}

const codecOf = ({ connection }: Member): Codec<string> => connection.relay.codec;
