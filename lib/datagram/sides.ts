import type { Marks } from './marks.ts';
import type { Side } from './session.ts';

/** The room: only a heartbeat that gives one of its marks back proves that what it sends arrives there. */
export const roomSide = (marks: Marks): Side => ({
  mark: now => marks.next(now),
  isSign: (word, now) => word.is === 'beat' && marks.proves(word.mark, now),
  answers: false,
});

/** A member: all that is said in its talk is a sign of the room. It keeps the mark that came last. */
export function memberSide(): Side {
  let last: string | undefined;
  return {
    mark: () => last,
    isSign(word) {
      if (word.is === 'beat') last = word.mark ?? last;
      return true;
    },
    answers: true,
  };
}
