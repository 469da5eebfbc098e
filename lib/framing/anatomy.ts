import type { Find } from './frame.ts';

/** What a byte is for. `unknown`: it is behind an error from which nobody can tell. */
export type Role = 'length' | 'payload' | 'delimiter' | 'escape' | 'check' | 'unknown';

/** Bytes `start` to `end` (not included) are for one thing. */
export interface Part {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** Tells apart the bytes that a frame carries: payload, or more than payload. */
export type Within = (packed: Uint8Array) => Part[];

/** How a framing is built. What is before a payload is its length. */
export interface Anatomy {
  readonly find: Find;
  /** What is behind a payload: a delimiter, unless told. */
  readonly behind?: Role;
  /** Payload, all of it, unless told. */
  readonly within?: Within;
}

export const allPayload: Within = ({ length }) => [
  { role: 'payload', start: 0, end: length },
];

/** For what has no frames: all that is there is one payload. */
export const noFrames: Anatomy = {
  find: ({ length }) => ({ start: 0, end: length, next: length }),
};
