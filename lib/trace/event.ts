/**
 * What a message is for. It comes from the call that sent it, never from its text.
 * Only a `message` counts for the verdict and holds a turn.
 */
export type Kind = 'message' | 'notice' | 'refusal' | 'control';

/** Where a relayed message came from: the nth frame that this end received on that link, from 1. */
export interface Origin {
  readonly link: string;
  readonly nth: number;
}

/** What one end of a link saw. `by` says which side did it. */
export interface Observation {
  readonly what:
    | 'opened'
    | 'sent'
    | 'received'
    | 'refused'
    | 'ended'
    | 'reset'
    | 'closed'
    | 'chunk'
    | 'lost';
  /** `self`: this end did it (connected, sent, ended, reset); `peer`: it came over the link. */
  readonly by: 'self' | 'peer';
  /**
   * opened: who writes, if it is not an end that speaks and hears for itself. A relay passes on what it
   * hears, so a message that reaches it has not reached a person yet. A tap writes for both ends.
   */
  readonly role?: 'relay' | 'tap';
  /** sent, received, refused: what the message was for. */
  readonly kind?: Kind;
  /** sent, received, refused: the message as text, already clean of control characters. */
  readonly text?: string;
  /** sent, received, refused: the frame's length on the wire, in bytes. chunk: the chunk's. */
  readonly size?: number;
  /**
   * sent, received, refused, lost: which of the sender's frames on this link it is, from 1. Only a
   * transport that may lose frames numbers them.
   */
  readonly nth?: number;
  /**
   * refused: why, in a few words (`out of turn`, `not UTF-8`, `over the limit of 4096 bytes`, `cut off
   * by the end`).
   */
  readonly reason?: string;
  /** sent by a relay: which message it passes on. */
  readonly of?: Origin;
  /** chunk: the bytes themselves. */
  readonly bytes?: Uint8Array;
}

/** An observation in the record. */
export interface TraceEvent extends Observation {
  /** Its number on screen, from 1; 0 for the events that are not drawn (`closed`, `chunk`, `lost`). */
  readonly n: number;
  /** When, in milliseconds since the run began. */
  readonly at: number;
  /** Who recorded it: `alice`, `station`. */
  readonly end: string;
  /** Which connection: the same text at both ends. */
  readonly link: string;
}

const undrawn: ReadonlySet<Observation['what']> = new Set(['closed', 'chunk', 'lost']);

/** Whether the event has a number and a place in the picture. */
export const drawn = (event: Observation): boolean => !undrawn.has(event.what);
