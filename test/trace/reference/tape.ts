import fc from 'fast-check';

/**
 * Random choices, made beforehand: fast-check can shorten them. When they are used up, the first of
 * each is taken.
 */
export class Tape {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  get isOver(): boolean {
    return this.#next >= this.#numbers.length;
  }

  /** A whole number from 0, less than `count`. */
  below(count: number): number {
    return (this.#numbers[this.#next++] ?? 0) % count;
  }

  /** True in `percent` of 100 cases, and never once the choices are used up. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  oneOf<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}

export const tapes = (maxLength: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(999), { minLength: 40, maxLength, size: 'max' });
