import type { Find } from './frame.ts';

/** What a byte is for. `unknown`: it comes after an error, so nobody can tell. */
export type Role = 'length' | 'payload' | 'delimiter' | 'escape' | 'check' | 'unknown';

/** Bytes `start` to `end` (not included) have one role. */
export interface Part {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** Returns the roles of the bytes that a frame carries. */
export type Within = (packed: Uint8Array) => Part[];

/** The layout of a framing. Bytes before a payload are its length. */
export interface Anatomy {
  readonly find: Find;
  /** The role of the bytes after a payload (default: `delimiter`). */
  readonly behind?: Role;
  /** The roles of the bytes inside a frame (default: all are payload). */
  readonly within?: Within;
}

export const allPayload: Within = ({ length }) => [
  { role: 'payload', start: 0, end: length },
];

/** For formats without frames: all bytes that are there are one payload. */
export const noFrames: Anatomy = {
  find: ({ length }) => ({ start: 0, end: length, next: length }),
};
