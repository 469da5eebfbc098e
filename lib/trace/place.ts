import { Contradiction } from './contradiction.ts';
import type { EndLog, Seen } from './end-log.ts';
import type { TraceEvent } from './event.ts';
import type { FrameOnLink } from './frame-on-link.ts';
import { told } from './naming.ts';
import type { LinkSide, TraceLink } from './trace-link.ts';

type Logs = ReadonlyMap<string, EndLog>;

/** The causes and effects that are not frames: the causes of each effect, and the effects of each cause. */
interface Signals {
  readonly causes: ReadonlyMap<Seen, readonly Seen[]>;
  readonly effects: ReadonlyMap<Seen, readonly Seen[]>;
}

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
  const signals = signalsOn(links);
  if (isInOrder(frames, signals)) {
    for (const log of logs.values()) {
      for (const seen of log.seen) seen.place = seen.index;
    }
  } else sort(logs, signals);
}

function isInOrder(frames: readonly FrameOnLink[], { causes }: Signals): boolean {
  const follows = (effect: Seen, cause: Seen) => cause.index < effect.index;
  return (
    frames.every(({ sent, got }) => !sent || !got || follows(got, sent)) &&
    [...causes].every(([effect, all]) => all.every(cause => follows(effect, cause)))
  );
}

/**
 * Goes along each end's events while their causes have a place, and continues when another end has
 * given them one.
 */
function sort(logs: Logs, { causes, effects }: Signals): void {
  const waitsFor = (seen: Seen): Seen | undefined =>
    seen.cause?.place === 0
      ? seen.cause
      : causes.get(seen)?.find(cause => cause.place === 0);
  const next = new Map([...logs.keys()].map(end => [end, 0]));
  const free = [...logs.keys()].sort().reverse();
  let last = 0;
  for (let end = free.pop(); end !== undefined; end = free.pop()) {
    const log = logs.get(end)?.seen ?? [];
    let index = next.get(end) ?? 0;
    for (let seen = log[index]; seen && !waitsFor(seen); seen = log[++index]) {
      seen.place = ++last;
      if (seen.effect) free.push(seen.effect.log.end);
      for (const effect of effects.get(seen) ?? []) free.push(effect.log.end);
    }
    next.set(end, index);
  }
  for (const [end, index] of next) {
    const stuck = logs.get(end)?.seen[index];
    if (stuck) throw impossible(stuck, waitsFor(stuck) ?? stuck);
  }
}

const impossible = (effect: Seen, cause: Seen): Contradiction =>
  new Contradiction(`${told(effect)} before its cause: ${told(cause)} later than that`);

/** A FIN or RST is done before it is seen. */
function signalsOn(links: readonly TraceLink[]): Signals {
  const causes = new Map<Seen, Seen[]>();
  const effects = new Map<Seen, Seen[]>();
  const before = (cause: Seen | undefined, effect: Seen | undefined) => {
    if (cause === undefined || effect === undefined) return;
    append(causes, effect, cause);
    append(effects, cause, effect);
  };
  for (const [from, to] of links.flatMap(ways)) {
    const fin = first(from, 'ended', 'self');
    before(fin, first(to, 'ended', 'peer'));
    before(
      fin,
      to.seen.find(
        ({ event }) =>
          event.what === 'refused' && event.reason === 'cut off by the end',
      ),
    );
    before(first(from, 'reset', 'self'), first(to, 'reset', 'peer'));
  }
  return { causes, effects };
}

function append(map: Map<Seen, Seen[]>, key: Seen, value: Seen): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

const ways = ({ sides: [one, other] }: TraceLink): [LinkSide, LinkSide][] =>
  other === undefined
    ? []
    : [
        [one, other],
        [other, one],
      ];

const first = (
  { seen }: LinkSide,
  what: TraceEvent['what'],
  by: TraceEvent['by'],
): Seen | undefined => seen.find(({ event }) => event.what === what && event.by === by);
