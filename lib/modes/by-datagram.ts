import { late, missing } from '../connection/arrivals.ts';
import { type Discipline, type Judgement, reasonOf } from '../connection/discipline.ts';
import { fromPerson, fromServer } from './words.ts';

export interface ByDatagramOptions {
  /** So many messages have not come, and may never. */
  readonly gap: (count: number) => void;
  /** Whether a message that comes behind a later one is worth nothing. */
  readonly newestOnly: boolean;
  /** The longest words, in bytes, as they are passed on. */
  readonly limit: number;
}

/** A room's side of a talk that loses, and reorders: a gap is told, and what is late shows it, or is refused. */
export function byDatagram({ gap, newestOnly, limit }: ByDatagramOptions): Discipline {
  return {
    message(line, isLate) {
      // A control of one byte is cleaned to one of three, and cleaned words are what all are to get.
      if (Buffer.byteLength(line) > limit)
        return refusal('Too long', `over the limit of ${limit} bytes`);
      const { kind, text } = fromPerson(line);
      if (!isLate || kind !== 'message') return { kind, text, pass: true };
      return newestOnly ? { kind, refused: 'late' } : { kind, text: late(text) };
    },
    /** Its end is where the datagram ends: whatever it was, the next one is whole. */
    bad: error =>
      refusal(error.code === 'too-large' ? 'Too long' : 'Not heard', reasonOf(error)),
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

/** The other end: all that comes goes to the program, and what did not come as a line of its own. */
export const visitByDatagram: Discipline = {
  message: (line, isLate) => ({
    kind: fromServer(line),
    pass: true,
    ...(isLate && { text: late(line) }),
  }),
  bad: error => ({ kind: 'message', refused: reasonOf(error) }),
  missing,
};
