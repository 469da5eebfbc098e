import { Contradiction } from './contradiction.ts';
import type { EndLog, Seen } from './end-log.ts';
import type { TraceEvent } from './event.ts';
import type { FrameOnLink } from './frame-on-link.ts';
import { told } from './naming.ts';
import type { LinkSide, TraceLink } from './trace-link.ts';

type Logs = ReadonlyMap<string, EndLog>;

/** A FIN or RST, and what shows at the other end that it has arrived. */
type Signal = readonly [cause: Seen, effect: Seen];

/**
 * Gives each event its place: every end's own order stays, and no effect comes before its cause
 * (Lamport's "happened before", 1978). A record that already has such an order keeps it. Throws a
 * Contradiction if no such order exists.
 */
export function place(
  logs: Logs,
  links: readonly TraceLink[],
  frames: readonly FrameOnLink[],
): void {
  for (const { sent, got } of frames) {
    if (sent === undefined || got === undefined) continue;
    sent.effect = got;
    got.cause = sent;
  }
  const signals = links.flatMap(ways).flatMap(signalsAlong);
  if (isInOrder(frames, signals)) {
    for (const log of logs.values()) {
      for (const seen of log.seen) seen.place = seen.index;
    }
  } else sort([...logs.values()], signals);
}

function isInOrder(
  frames: readonly FrameOnLink[],
  signals: readonly Signal[],
): boolean {
  const follows = (effect: Seen, cause: Seen) => cause.index < effect.index;
  return (
    frames.every(({ sent, got }) => !sent || !got || follows(got, sent)) &&
    signals.every(([cause, effect]) => follows(effect, cause))
  );
}

function sort(logs: readonly EndLog[], signals: readonly Signal[]): void {
  const causes = new Map(signals.map(([cause, effect]) => [effect, cause]));
  const waitsFor = (seen: Seen): Seen | undefined =>
    [seen.cause, causes.get(seen)].find(cause => cause?.place === 0);
  // All effects of a signal are at one end.
  const reached = new Map(signals.map(([cause, effect]) => [cause, effect.log]));
  goAlong(logs, waitsFor, seen => seen.effect?.log ?? reached.get(seen));
  for (const seen of logs.flatMap(log => log.seen)) {
    const cause = waitsFor(seen);
    if (cause) throw impossible(seen, cause);
  }
}

/**
 * Goes along each end's events while their causes have a place, and continues when another end has
 * given them one.
 */
function goAlong(
  logs: readonly EndLog[],
  waitsFor: (seen: Seen) => Seen | undefined,
  reachedBy: (seen: Seen) => EndLog | undefined,
): void {
  const next = new Map<EndLog, number>();
  const free = logs.toSorted((one, other) => (one.end < other.end ? 1 : -1));
  let last = 0;
  for (let log = free.pop(); log; log = free.pop()) {
    let at = next.get(log) ?? 0;
    for (let seen = log.seen[at]; seen && !waitsFor(seen); seen = log.seen[++at]) {
      seen.place = ++last;
      const reached = reachedBy(seen);
      if (reached) free.push(reached);
    }
    next.set(log, at);
  }
}

const impossible = (effect: Seen, cause: Seen): Contradiction =>
  new Contradiction(`${told(effect)} before its cause: ${told(cause)} later than that`);

const ways = ({ sides: [one, other] }: TraceLink): [LinkSide, LinkSide][] =>
  other === undefined
    ? []
    : [
        [one, other],
        [other, one],
      ];

/** A FIN or RST is done before it is seen. */
function signalsAlong([from, to]: readonly [LinkSide, LinkSide]): Signal[] {
  const [fin, reset] = [first(from, 'ended', 'self'), first(from, 'reset', 'self')];
  const signals = [
    [fin, first(to, 'ended', 'peer')],
    [fin, to.seen.find(isCutOff)],
    [reset, first(to, 'reset', 'peer')],
  ] as const;
  return signals.flatMap(([cause, effect]): Signal[] =>
    cause && effect ? [[cause, effect]] : [],
  );
}

const isCutOff = ({ event }: Seen): boolean =>
  event.what === 'refused' && event.reason === 'cut off by the end';

const first = (
  { seen }: LinkSide,
  what: TraceEvent['what'],
  by: TraceEvent['by'],
): Seen | undefined => seen.find(({ event }) => event.what === what && event.by === by);
