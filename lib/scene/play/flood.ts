import type { TraceEvent } from '../../trace/event.ts';

/** The most messages of one flood, so that its record stays small: the kernel's buffers hold fewer. */
const most = 3_000;

const pattern = /^(?:\[[^\]]+\] )?(flood (\d+) ~+)$/;
const numberIn = (text = ''): number => Number(pattern.exec(text)?.[2] ?? 0);

/** Makes many equal messages, numbered through the whole scene: `flood 17 ~~~~~`. */
export class Flood {
  readonly #size: number;
  #count = 0;
  /**
   * The numbers that a spectator sees: the first and last message of each flood. Nothing new
   * happens between them.
   */
  readonly #shown = new Set<number>();

  constructor(size: number) {
    this.#size = size;
  }

  /** Yields the messages of one flood. If the caller uses up all of them, they were not enough. */
  *messages(): Generator<string> {
    this.#shown.add(this.#count + 1);
    try {
      for (let left = most; left > 0; left--) {
        yield `flood ${++this.#count} `.padEnd(this.#size, '~').slice(0, this.#size);
      }
    } finally {
      this.#shown.add(this.#count);
    }
  }

  /** Returns the part of a record that a spectator sees. The record itself has everything, at full length. */
  seen(events: readonly TraceEvent[]): TraceEvent[] {
    return events.flatMap(event => {
      const number = numberIn(event.text);
      if (number === 0) return [event];
      if (!this.#shown.has(number)) return [];
      return [{ ...event, text: event.text?.replace(/~+$/, '~~~') ?? '' }];
    });
  }
}

/** Checks a flood at its receiver: each message must be whole, and none may be missing in between. */
export class FloodEar {
  #last = 0;
  #size = 0;

  /** Returns whether the text is the next message of the flood. */
  takes(text: string): boolean {
    const [, words = '', digits = ''] = pattern.exec(text) ?? [];
    const number = Number(digits);
    if (number === 0) return false;
    const goesOn = this.#last === 0 || number === this.#last + 1;
    const whole = this.#size === 0 || words.length === this.#size;
    this.#last = number;
    this.#size = words.length;
    return goesOn && whole;
  }
}
