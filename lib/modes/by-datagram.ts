import { late, missing } from '../connection/arrivals.ts';
import { type Discipline, type Judgement, reasonOf } from '../connection/discipline.ts';
import { fromPerson, fromServer } from './words.ts';

const encoder = new TextEncoder();

export interface ByDatagramOptions {
  /** Called when `count` messages have not arrived, and may never arrive. */
  readonly gap: (count: number) => void;
  /** Whether to refuse a message that arrives after a newer one. */
  readonly newestOnly: boolean;
  /** The longest words that are passed on, in bytes. */
  readonly limit: number;
}

/**
 * A room's rules for a transport that loses and reorders: it reports gaps, and marks or refuses
 * late messages.
 */
export function byDatagram({ gap, newestOnly, limit }: ByDatagramOptions): Discipline {
  return {
    message(line, isLate) {
      // Cleaning makes a control of one byte into three bytes, and everybody receives the
      // cleaned words.
      if (encoder.encode(line).length > limit)
        return refusal('Too long', `over the limit of ${limit} bytes`);
      const { kind, text } = fromPerson(line);
      if (!isLate || kind !== 'message') return { kind, text, pass: true };
      return newestOnly ? { kind, refused: 'late' } : { kind, text: late(text) };
    },
    /** A bad frame ends where its datagram ends, so the next one is whole. */
    bad: error =>
      refusal(error.code === 'too-large' ? 'Too long' : 'Rejected', reasonOf(error)),
    missing(count) {
      gap(count);
      return undefined;
    },
  };
}

const refusal = (what: string, refused: string): Judgement => ({
  kind: 'message',
  refused,
  reply: `! ${what}: ${refused}`,
});

/** The member's end: every message goes to the program, and missing ones as a line of their own. */
export const visitByDatagram: Discipline = {
  message: (line, isLate) => ({
    kind: fromServer(line),
    pass: true,
    ...(isLate && { text: late(line) }),
  }),
  bad: error => ({ kind: 'message', refused: reasonOf(error) }),
  missing,
};
