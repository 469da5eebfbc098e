import { type Beats, Pulse } from './beats.ts';
import { Rate } from './rate.ts';
import { Window } from './window.ts';
import { type Word, writeWord } from './word.ts';

/** What a datagram means to one who is in. */
export type Happening =
  /** `late`: later ones were there before it. */
  | {
      readonly is: 'message';
      readonly nth: number;
      readonly words: Uint8Array;
      readonly late: boolean;
    }
  | { readonly is: 'repeat'; readonly nth: number; readonly words: Uint8Array }
  /** So many messages have not come, and may never. */
  | { readonly is: 'missing'; readonly count: number }
  /** The other has left: `bye`. */
  | { readonly is: 'end' }
  /** The other does not know us: `who?`. */
  | { readonly is: 'unknown' };

const nothing: readonly Happening[] = [];

/** What one end knows of a talk by datagrams, once it is in. Both ends keep the same. */
export class Session {
  /** How many messages it has said. */
  said = 0;
  readonly #heard = new Window();
  readonly #pulse: Pulse;
  readonly #rate: Rate;

  /** `burst`: so many words are heard in a second; what is more is as good as lost. */
  constructor(now: number, burst = Infinity) {
    this.#pulse = new Pulse(now);
    this.#rate = new Rate(burst);
  }

  say(words: Uint8Array): Uint8Array {
    return writeWord({ is: 'say', nth: ++this.said, words });
  }

  beat(): Uint8Array {
    return writeWord({ is: 'beat', last: this.said });
  }

  bye(): Uint8Array {
    return writeWord({ is: 'bye', last: this.said });
  }

  hear(word: Word, now: number): readonly Happening[] {
    this.#pulse.heard(now);
    if (word.is === 'who?') return [{ is: 'unknown' }];
    if (word.is === 'bye') return [...this.#reach(word.last), { is: 'end' }];
    if (!this.#rate.take(now)) return nothing;
    if (word.is === 'say') return this.#message(word.nth, word.words);
    return word.is === 'beat' ? this.#reach(word.last) : nothing;
  }

  isGone(now: number, beats: Beats): boolean {
    return this.#pulse.isGone(now, beats);
  }

  #reach(last = 0): readonly Happening[] {
    return missed(this.#heard.reach(last));
  }

  #message(nth: number, words: Uint8Array): readonly Happening[] {
    const place = this.#heard.take(nth);
    if (place.is === 'repeat') return [{ is: 'repeat', nth, words }];
    if (place.is === 'old') return nothing;
    if (place.is === 'late') return [{ is: 'message', nth, words, late: true }];
    return [...missed(place.missing), { is: 'message', nth, words, late: false }];
  }
}

const missed = (count: number): readonly Happening[] =>
  count > 0 ? [{ is: 'missing', count }] : nothing;
