import { bytes } from '../../lib/framing/bytes.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import type { LabRun } from './lab-run.ts';

/** A page that receives more events than this stands still for too long. */
export const mostShown = 20_000;

/**
 * Returns a run that a page can receive. On a link that splits everything into bytes, a long scene has a
 * million chunks: then those that follow each other are joined. If that is not enough, the run is cut.
 */
export function withFewerEvents(run: LabRun): LabRun {
  if (run.events.length <= mostShown) return run;
  const events = joinedChunks(run.events, run.moments, 'upTo');
  const shown =
    run.shown === run.events ? events : joinedChunks(run.shown, run.moments, 'shown');
  const moments = run.moments
    .map((moment, at) => ({
      ...moment,
      upTo: events.ends[at] ?? 0,
      shown: shown.ends[at] ?? 0,
    }))
    .filter(({ upTo }) => upTo <= mostShown);
  const last = moments.at(-1);
  return {
    ...run,
    moments,
    events: events.all.slice(0, last?.upTo ?? 0),
    shown: shown.all.slice(0, last?.shown ?? 0),
    problem: run.problem ?? {
      words: `${numeral(run.events.length)} events are too many to show: chunks are joined, and at most ${numeral(mostShown)} events are shown`,
    },
  };
}

/** A number for people: `1,589,249`. */
export const numeral = (number: number): string => number.toLocaleString('en');

/** Joins chunks within each moment. `ends`: how many events each moment has then. */
function joinedChunks(
  events: readonly TraceEvent[],
  moments: LabRun['moments'],
  until: 'upTo' | 'shown',
) {
  const all: TraceEvent[] = [];
  const ends: number[] = [];
  let from = 0;
  for (const moment of moments) {
    for (const event of joinedIn(events.slice(from, moment[until]))) all.push(event);
    from = moment[until];
    ends.push(all.length);
  }
  return { all, ends };
}

function joinedIn(events: readonly TraceEvent[]): TraceEvent[] {
  const joined: TraceEvent[] = [];
  for (let at = 0; at < events.length; ) {
    const first = events[at] as TraceEvent;
    let end = at + 1;
    while (first.what === 'chunk' && isSameWay(first, events[end])) end++;
    joined.push(end === at + 1 ? first : asOne(events.slice(at, end), first));
    at = end;
  }
  return joined;
}

const isSameWay = (first: TraceEvent, next: TraceEvent | undefined): boolean =>
  next?.what === 'chunk' &&
  next.end === first.end &&
  next.link === first.link &&
  next.by === first.by;

const asOne = (chunks: readonly TraceEvent[], first: TraceEvent): TraceEvent => ({
  ...first,
  size: chunks.reduce((sum, { size = 0 }) => sum + size, 0),
  bytes: bytes.joined(chunks.flatMap(chunk => chunk.bytes ?? [])),
});
