import fc from 'fast-check';
import { drawn, type Kind, type TraceEvent } from '../../lib/trace/event.ts';

/** What happens next in a run: somebody says something, or reads the next that is on its way to them. */
export interface Move {
  /** Which caller's link. */
  readonly link: number;
  readonly by: 'caller' | 'callee';
  readonly does: 'says' | 'reads';
  readonly kind: Kind;
  /** Reading: not heard. */
  readonly refuses: boolean;
}

type Draft = Omit<TraceEvent, 'n' | 'at'>;

export const callerOf = (link: number): string => `caller${link}`;
const endOf = ({ link, by }: Pick<Move, 'link' | 'by'>) =>
  by === 'caller' ? callerOf(link) : 'station';

/** The record of a run over first-in first-out links, in the order in which it all happened. */
export function recordOf(moves: readonly Move[], links = 1): TraceEvent[] {
  const events: Draft[] = [];
  const onTheirWay = new Map<string, Kind[]>();
  for (let link = 0; link < links; link++) {
    events.push({ what: 'opened', by: 'self', end: callerOf(link), link: `${link}` });
    events.push({ what: 'opened', by: 'peer', end: 'station', link: `${link}` });
  }
  for (const { link, by, does, kind, refuses } of moves) {
    const place = { end: endOf({ link, by }), link: `${link}` };
    const says = does === 'says';
    const from = says === (by === 'caller') ? 'caller' : 'callee';
    const queue = onTheirWay.get(`${link} ${from}`) ?? [];
    onTheirWay.set(`${link} ${from}`, queue);
    if (says) {
      queue.push(kind);
      events.push({ what: 'sent', by: 'self', kind, ...place });
      continue;
    }
    const next = queue.shift();
    if (next === undefined) continue;
    const what = refuses ? 'refused' : 'received';
    events.push({ what, by: 'peer', kind: next, ...place });
  }
  return numbered(events);
}

export function numbered(events: readonly Draft[]): TraceEvent[] {
  let last = 0;
  return events.map((event, at) => ({ ...event, at, n: drawn(event) ? ++last : 0 }));
}

/** Any run: nobody keeps any rule, and now and then words are not heard. */
export const anyMoves = (
  links = 1,
  kinds: readonly Kind[] = ['message'],
): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.record({
      link: fc.nat(links - 1),
      by: fc.constantFrom('caller' as const, 'callee' as const),
      does: fc.constantFrom('says' as const, 'reads' as const),
      kind: fc.constantFrom(...kinds),
      refuses: fc.boolean(),
    }),
    { maxLength: 40, size: 'max' },
  );

/**
 * The same moves, but a message that was said without the turn, as its own end sees it, is refused
 * where it arrives. So are some others: then they have not passed the turn.
 */
export function enforced(moves: readonly Move[]): Move[] {
  const hasTurn = { caller: true, callee: false };
  const onTheirWay: Record<Move['by'], { heard: boolean; kind: Kind }[]> = {
    caller: [],
    callee: [],
  };
  return moves.map(move => {
    const { by, kind } = move;
    if (move.does === 'says') {
      const heard = kind !== 'message' || (hasTurn[by] && !move.refuses);
      if (heard && kind === 'message') hasTurn[by] = false;
      onTheirWay[by].push({ heard, kind });
      return move;
    }
    const next = onTheirWay[by === 'caller' ? 'callee' : 'caller'].shift();
    if (next?.heard && next.kind === 'message') hasTurn[by] = true;
    return { ...move, refuses: next?.heard === false };
  });
}

export const ends = (events: readonly TraceEvent[]): string[] => [
  ...new Set(events.map(({ end }) => end)),
];

/** The records of the ends, mixed in some other way that keeps each end's own order. */
export function mixed(
  events: readonly TraceEvent[],
  choices: readonly number[],
): TraceEvent[] {
  const lanes = ends(events).map(end => events.filter(event => event.end === end));
  const mix: TraceEvent[] = [];
  for (let turn = 0; mix.length < events.length; turn++) {
    const left = lanes.filter(lane => lane.length > 0);
    const lane = left[(choices[turn % choices.length] ?? 0) % left.length];
    mix.push(lane?.shift() as TraceEvent);
  }
  return mix;
}

export const mixes: fc.Arbitrary<number[]> = fc.array(fc.nat(5), {
  minLength: 1,
  maxLength: 60,
});
