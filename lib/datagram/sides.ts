import type { SessionSide } from './session.ts';
import type { TalkMarks } from './talk-marks.ts';

/** The room's side: only a heartbeat that returns one of its marks proves that the room's datagrams arrive. */
export const roomSide = (marks: TalkMarks): SessionSide => ({
  mark: now => marks.next(now),
  isSign: (word, now) => word.is === 'beat' && marks.proves(word.mark, now),
  answers: false,
});

/** A member's side: every word of its talk is a sign of the room. It keeps the mark that arrived last. */
export function memberSide(): SessionSide {
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
