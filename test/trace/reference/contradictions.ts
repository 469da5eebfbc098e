import { happenedBefore } from './causes.ts';
import type { Frames } from './frames.ts';
import { different, type File, isDrawn, type Line, onOneLink } from './line.ts';

/** Whether the numbers in one file do not grow. */
export const numbersGoBack = ({ events }: File): boolean => {
  const numbers = events.filter(isDrawn).map(({ n }) => n);
  return numbers.some((n, index) => index > 0 && n <= (numbers[index - 1] as number));
};

/** Whether a file has holes, or begins late. */
export const numbersAreMissing = ({ events }: File): boolean =>
  events.filter(isDrawn).some(({ n }, index) => n !== index + 1);

/** Each way in which records cannot all be true. */
const contradictions: Record<string, (frames: Frames) => boolean> = {
  'more than two ends of one link': ({ lines }) =>
    linkNames(lines).some(name => endsOn(name, lines).length > 2),

  'one end on both sides': ({ lines }) =>
    some2(
      lines.filter(isOpening),
      (one, other) =>
        one.link === other.link && one.end === other.end && one.by !== other.by,
    ),

  'both ends on one side': ({ lines }) =>
    some2(
      lines.filter(isOpening),
      (one, other) =>
        onOneLink(one, other) && one.end !== other.end && one.by === other.by,
    ),

  'one number twice': ({ lines }) =>
    some2(
      lines.filter(({ what, nth }) => nth && (what === 'sent' || what === 'received')),
      (one, other) =>
        onOneLink(one, other) &&
        one.end === other.end &&
        one.what === other.what &&
        one.nth === other.nth,
    ),

  'not what was said': ({ match }) =>
    [...match].some(
      ([one, other]) =>
        one.what === 'sent' &&
        other.what === 'received' &&
        (differ(one.text, other.text) ||
          differ(one.size, other.size) ||
          differ(one.kind, other.kind)),
    ),

  'received and never sent': ({ lines, match }) =>
    lines.some(
      line =>
        line.what === 'received' &&
        !match.has(line) &&
        isComplete(otherEnd(line, lines)),
    ),

  'after the end of the link': ({ lines }) =>
    lines
      .filter(({ what }) => what === 'closed')
      .some(closed =>
        lines.some(
          line =>
            onOneLink(line, closed) &&
            line.end === closed.end &&
            line.place > closed.place &&
            isDrawn(line),
        ),
      ),

  'on a stream, after the end of what goes that way': ({ lines }) =>
    some2(
      lines,
      (end, line) =>
        end.what === 'ended' &&
        onOneLink(end, line) &&
        end.end === line.end &&
        end.place < line.place &&
        line.nth === undefined &&
        line.what === (end.by === 'self' ? 'sent' : 'received'),
    ),

  'an effect before its cause': frames => {
    const before = happenedBefore(frames);
    return frames.lines.some(line => before(line, line));
  },
};

export const contradictionIn = (frames: Frames): string | undefined =>
  Object.entries(contradictions).find(([, holds]) => holds(frames))?.[0];

const some2 = (
  lines: readonly Line[],
  holds: (one: Line, other: Line) => boolean,
): boolean =>
  lines.some(one => lines.some(other => one !== other && holds(one, other)));

const isOpening = ({ what }: Line): boolean => what === 'opened';

const differ = <T>(one: T | undefined, other: T | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

const linkNames = (lines: readonly Line[]): string[] =>
  different(lines.map(({ link }) => link));

const endsOn = (link: string, lines: readonly Line[]): string[] =>
  different(lines.filter(line => line.link === link).map(({ end }) => end));

/** What the other end of its link wrote about that link. */
const otherEnd = (line: Line, lines: readonly Line[]): Line[] =>
  lines.filter(other => onOneLink(line, other) && line.end !== other.end);

/** From its first event to its last. */
const isComplete = (own: readonly Line[]): boolean =>
  own[0]?.what === 'opened' && own.some(({ what }) => what === 'closed');
