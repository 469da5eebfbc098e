import { readFileSync } from 'node:fs';

/** A datagram, or how many seconds pass. */
export type Step = string | number;

export interface Vector {
  readonly rule: string;
  readonly before: string;
  readonly in: readonly Step[];
  readonly out: readonly string[];
  readonly heard: readonly string[];
  readonly after: string;
}

export interface Vectors {
  readonly words: readonly { readonly datagram: string; readonly is: object | null }[];
  readonly states: Readonly<
    Record<'room' | 'member', Readonly<Record<string, readonly Step[]>>>
  >;
  readonly room: readonly Vector[];
  readonly member: readonly Vector[];
}

const file = new URL('../../docs/protocol-vectors.json', import.meta.url);

export const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

/** What came of a vector, to be held against it. */
export type Outcome = Pick<Vector, 'out' | 'heard' | 'after'>;
