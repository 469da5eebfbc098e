import type { TraceEvent } from '../../trace/event.ts';

/** What one flood may come to, so that its record stays small: the buffers of a kernel take less. */
const most = 3_000;

const pattern = /^(?:\[[^\]]+\] )?(flood (\d+) ~+)$/;
const numberIn = (text = ''): number => Number(pattern.exec(text)?.[2] ?? 0);

/** Says the same over and over, numbered through a whole scene: `flood 17 ~~~~~`. */
export class Flood {
  readonly #size: number;
  #count = 0;
  /** Of each flood a spectator sees the first message and the last: between them nothing new happens. */
  readonly #shown = new Set<number>();

  constructor(size: number) {
    this.#size = size;
  }

  /** The messages of one flood. When they are over they were not enough. */
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

  /** What of a record there is to see. The record itself has all of it, at full length. */
  seen(events: readonly TraceEvent[]): TraceEvent[] {
    return events.flatMap(event => {
      const number = numberIn(event.text);
      if (number === 0) return [event];
      if (!this.#shown.has(number)) return [];
      return [{ ...event, text: event.text?.replace(/~+$/, '~~~') ?? '' }];
    });
  }
}

/** Hears a flood: each message whole, and none missing between the first and the last. */
export class FloodEar {
  #last = 0;
  #size = 0;

  /** False: it is none, or not the next. */
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
