import { type Discipline, late, missing, reasonOf } from '../connection/index.ts';
import { fromPerson, fromServer } from './words.ts';

/** A room's side of a talk that loses, and reorders: a gap is told, and what is late shows it, or is refused. */
export function byDatagram(
  gap: (count: number) => void,
  newestOnly: boolean,
): Discipline {
  return {
    message(line, isLate) {
      const { kind } = fromPerson(line);
      if (!isLate || kind !== 'message') return { kind, pass: true };
      return newestOnly ? { kind, refused: 'late' } : { kind, text: late(line) };
    },
    /** Its end is where the datagram ends: whatever it was, the next one is whole. */
    bad(error) {
      const refused = reasonOf(error);
      const what = error.code === 'too-large' ? 'Too long' : 'Not heard';
      return { kind: 'message', refused, reply: `! ${what}: ${refused}` };
    },
    missing(count) {
      gap(count);
      return undefined;
    },
  };
}

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
