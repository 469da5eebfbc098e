import { type Heartbeat, Liveness } from './heartbeat.ts';
import type { TalkPacket } from './packet.ts';
import { Quota } from './rate.ts';
import { ReplayWindow } from './replay-window.ts';
import { writePacket } from './write-packet.ts';

/** What a datagram means to an end that has joined. */
export type SessionEvent =
  /** `late`: later messages arrived before it. */
  | {
      readonly is: 'message';
      readonly nth: number;
      readonly words: Uint8Array;
      readonly late: boolean;
    }
  | { readonly is: 'repeat'; readonly nth: number; readonly words: Uint8Array }
  /** `count` messages have not arrived, and may never. */
  | { readonly is: 'missing'; readonly count: number }
  /** The other end asks whether we are there. */
  | { readonly is: 'asked' }
  /** The other end has left: `bye`. */
  | { readonly is: 'end' };

const nothing: readonly SessionEvent[] = [];

/** One of the two sides of a heartbeat: the room marks its own, and a member returns the mark. */
export interface SessionSide {
  /** The mark that the next heartbeat carries. */
  mark(now: number): string | undefined;
  /** Whether `word` shows that the other end is there. */
  isSign(word: TalkPacket, now: number): boolean;
  /** Whether this side answers a heartbeat of the other with one of its own. */
  readonly answers: boolean;
}

export interface SessionOptions {
  readonly talk: string;
  readonly side: SessionSide;
  readonly now: number;
  /** Limits what is heard. Everything beyond it counts as lost. */
  readonly quota?: Quota;
}

/** What one end knows of a talk by datagrams, after it has joined. */
export class Session {
  readonly talk: string;
  /** How many messages it has said. */
  said = 0;
  readonly #side: SessionSide;
  readonly #heard = new ReplayWindow();
  readonly #pulse: Liveness;
  readonly #quota: Quota;
  /** The number of messages that were dropped here, and are not reported as missing yet. */
  #dropped = 0;
  /** Whether it has sent a heartbeat since the last call of `dueBeat`. */
  #beaten = false;

  constructor({ talk, side, now, quota = new Quota() }: SessionOptions) {
    this.talk = talk;
    this.#side = side;
    this.#pulse = new Liveness(now);
    this.#quota = quota;
  }

  say(words: Uint8Array): Uint8Array {
    return writePacket({ is: 'say', talk: this.talk, nth: ++this.said, words });
  }

  beat(now: number): Uint8Array {
    this.#beaten = true;
    const mark = this.#side.mark(now);
    const { talk, said: last } = this;
    return writePacket({ is: 'beat', talk, ...(mark && { mark }), last });
  }

  /** Call this every period. Returns a heartbeat, unless one was sent since the last call. */
  dueBeat(now: number): Uint8Array | undefined {
    const beat = this.#beaten ? undefined : this.beat(now);
    this.#beaten = false;
    return beat;
  }

  bye(): Uint8Array {
    return writePacket({ is: 'bye', talk: this.talk, last: this.said });
  }

  /**
   * A word of another talk has no effect, and neither has one whose number is too far ahead; but
   * `bye` ends the talk whatever its number. `space`: whether there is a place for a message now.
   * Without a place it is missing.
   */
  hear(word: TalkPacket, now: number, space = true): readonly SessionEvent[] {
    if (word.talk !== this.talk) return nothing;
    const nth = word.is === 'say' ? word.nth : (word.last ?? 0);
    const far = this.#heard.isFar(nth);
    if (word.is === 'bye') return [...this.#reach(far ? 0 : nth), { is: 'end' }];
    if (far) return nothing;
    const taken = this.#quota[word.is].take(now);
    if (taken && this.#side.isSign(word, now)) this.#pulse.heard(now);
    if (!taken) return this.#drop(nth);
    if (word.is === 'beat')
      return [...(space ? this.#reach(nth) : this.#drop(nth)), ...this.#asked()];
    return space ? this.#message(nth, word.words) : this.#drop(nth);
  }

  isGone(now: number, heartbeat: Heartbeat): boolean {
    return this.#pulse.isGone(now, heartbeat);
  }

  /** Notes the number of a dropped message: otherwise a long burst would seem too far ahead at its end. */
  #drop(nth: number): readonly SessionEvent[] {
    this.#dropped += this.#heard.reach(nth);
    return nothing;
  }

  #asked(): readonly SessionEvent[] {
    return this.#side.answers ? [{ is: 'asked' }] : nothing;
  }

  #reach(last: number): readonly SessionEvent[] {
    return this.#missing(this.#heard.reach(last));
  }

  #message(nth: number, words: Uint8Array): readonly SessionEvent[] {
    const place = this.#heard.take(nth);
    if (place.is === 'repeat') return [{ is: 'repeat', nth, words }];
    if (place.is === 'old') return nothing;
    if (place.is === 'late')
      return [...this.#missing(0), { is: 'message', nth, words, late: true }];
    return [
      ...this.#missing(place.missing),
      { is: 'message', nth, words, late: false },
    ];
  }

  #missing(count: number): readonly SessionEvent[] {
    const all = count + this.#dropped;
    this.#dropped = 0;
    return all > 0 ? [{ is: 'missing', count: all }] : nothing;
  }
}
