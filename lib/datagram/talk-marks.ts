/** Returns `length` characters of `alphabet` that nobody can guess. */
export type Draw = (alphabet: string, length: number) => string;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const lettersAndDigits = `0123456789${letters}`;

/** Returns a fresh name for a talk: one of 36 to the power of 8, some 41 bits. */
export const drawTalk = (draw: Draw): string => draw(lettersAndDigits, 8);

/**
 * The marks of the room's heartbeats to one member. Each is new, and is sent only there: a peer
 * that returns a mark has received it. Letters only, so that nobody takes it for a number.
 */
export class TalkMarks {
  readonly #draw: Draw;
  readonly #timeout: number;
  #sent: { readonly mark: string; readonly at: number }[] = [];

  /** `timeout`: how long a mark is valid, in milliseconds. */
  constructor(draw: Draw, timeout: number) {
    this.#draw = draw;
    this.#timeout = timeout;
  }

  next(now: number): string {
    const mark = this.#draw(letters, 4);
    this.#sent = [...this.#fresh(now), { mark, at: now }];
    return mark;
  }

  /** Whether `mark` was sent within the timeout. A mark counts once: an overheard copy proves nothing. */
  proves(mark: string | undefined, now: number): boolean {
    const fresh = this.#fresh(now);
    const place = fresh.findIndex(sent => sent.mark === mark);
    if (place >= 0) this.#sent = fresh.slice(place + 1);
    return place >= 0;
  }

  #fresh(now: number) {
    return this.#sent.filter(({ at }) => now - at <= this.#timeout);
  }
}
