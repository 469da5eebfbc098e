import { type Frames, isArrival } from './frames.ts';
import { type Line, onOneLink } from './line.ts';

type Cause = readonly [cause: Line, effect: Line];

/** Everything that is certain to have come right before something else. */
export function causes({ lines, match }: Frames): Cause[] {
  return lines.flatMap(effect => {
    const before = lines.findLast(
      ({ end, place }) => end === effect.end && place < effect.place,
    );
    const said = isArrival(effect) ? match.get(effect) : undefined;
    const ends = lines.filter(
      cause => isThatEnd(cause, effect, lines) || isEndThatCuts(cause, effect, lines),
    );
    const all = [before, said, ...ends].filter(cause => cause !== undefined);
    return all.map((cause): Cause => [cause, effect]);
  });
}

/** The k-th end (or reset) that one end noted of the other is the k-th that the other made. */
function isThatEnd(cause: Line, effect: Line, lines: readonly Line[]): boolean {
  const { what } = effect;
  if ((what !== 'ended' && what !== 'reset') || cause.what !== what) return false;
  if (cause.by !== 'self' || effect.by !== 'peer') return false;
  if (!onOneLink(cause, effect) || cause.end === effect.end) return false;
  return countTo(cause, lines) === countTo(effect, lines);
}

const countTo = (last: Line, lines: readonly Line[]): number =>
  lines.filter(
    line =>
      onOneLink(line, last) &&
      line.end === last.end &&
      line.what === last.what &&
      line.by === last.by &&
      line.place <= last.place,
  ).length;

function isEndThatCuts(cause: Line, effect: Line, lines: readonly Line[]): boolean {
  if (effect.what !== 'refused' || effect.reason !== 'cut off by the end') return false;
  const ends = lines.filter(
    line =>
      onOneLink(line, effect) &&
      line.end !== effect.end &&
      line.what === 'ended' &&
      line.by === 'self',
  );
  return ends[0] === cause;
}

/** Whether one event happened before another, through any number of causes. */
export function happenedBefore(frames: Frames): (one: Line, other: Line) => boolean {
  const count = frames.lines.length;
  const before = Array.from({ length: count }, () =>
    new Array<boolean>(count).fill(false),
  );
  for (const [{ place: cause }, { place: effect }] of causes(frames))
    (before[cause] as boolean[])[effect] = true;
  for (let middle = 0; middle < count; middle++) {
    const later = before[middle] as boolean[];
    for (const row of before) {
      if (!row[middle]) continue;
      for (let last = 0; last < count; last++) if (later[last]) row[last] = true;
    }
  }
  return (one, other) => before[one.place]?.[other.place] === true;
}
