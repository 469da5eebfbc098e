import fc from 'fast-check';
import type { Codec } from '../../lib/framing/index.ts';
import { often } from '../often.ts';
import { bytes, outcomes, type Show } from './outcomes.ts';

/** A codec under test and what is known of its format without it. */
export interface Subject {
  readonly name: string;
  readonly limit: number;
  make(limit: number): Codec<unknown>;
  readonly show: Show;
  /** A frame by hand, over the limit or not. */
  frame(payload: Uint8Array): Uint8Array;
  /** What must come out of a stream, however it is cut. */
  expected(stream: Uint8Array): string[];
  /** Any message at all, one that cannot be sent included. */
  readonly messages: fc.Arbitrary<unknown>;
  /** A few streams, short enough to be cut in every way. */
  readonly short: readonly Uint8Array[];
  /** Bytes that mean something to it. */
  readonly special: readonly number[];
  /** The most bytes that may be held of an unfinished frame. */
  readonly held: number;
  /** The longest payload that `frame` can say. */
  readonly sayable: number;
  /** Whether it can say an empty frame. */
  readonly empty: boolean;
  /** A corrupt stream, if the framing has such streams. */
  readonly corrupt?: Uint8Array;
}

/** How many runs a property gets: a tenth of `usual` in `npm test`, fifty times `usual` in the long run. */
export const runs = (usual: number) => ({
  numRuns: Math.ceil(usual * share),
});
let share = Number(process.env.FRAMING_RUNS ?? 0.1);

/** Checks what is wrong with five times the usual runs: see test/often.ts. */
export function withManyRuns(check: () => void): void {
  const before = share;
  share = 5;
  try {
    often(check);
  } finally {
    share = before;
  }
}

/** Bytes in which the special ones come up often. */
export const payloads = (
  maxLength: number,
  special: readonly number[] = [0, 0x0a, 0x61],
): fc.Arbitrary<Uint8Array> => {
  const likely = fc.constantFrom(...special);
  return fc
    .array(fc.oneof(likely, likely, fc.nat(255)), { maxLength })
    .map(list => Uint8Array.from(list));
};

/** Everything that comes out of `chunks`; `check` sees how many bytes are held after each. */
export const run = (
  subject: Subject,
  chunks: Iterable<Uint8Array>,
  check?: (held: number) => void,
) => outcomes(subject.make(subject.limit), subject.show, chunks, check);

export const ok = (subject: Subject) => subject.frame(bytes('ok'));

/** Sizes to cut a stream into: see `cut`. */
export const sizes = fc
  .array(fc.nat({ max: 9 }), { maxLength: 8 })
  .map(list => [...list, 1]);
