import type { Mode, Rules } from './line.ts';
import type { Said } from './link.ts';
import type { Happening, World } from './world.ts';

/** A message: between these two times it was in transit. */
interface Flight {
  readonly from: string;
  readonly to: string;
  readonly said: number;
  readonly heard: number;
}

/** What truly went on between two. */
interface Talk {
  /** Who may begin, or alone may speak. */
  readonly first: string;
  readonly flights: readonly Flight[];
}

export interface Truth {
  readonly isViolated: boolean;
  /** Whether two messages were in transit at one instant in opposite directions. */
  readonly crosses: boolean;
  readonly goesBothWays: boolean;
  readonly wasHeard: boolean;
  /** Links only: whether an end that should be silent put something on one. */
  readonly putsSomethingBack: boolean;
}

/** What truly happened, by the real clock. No record is asked. */
export function truthOf(mode: Mode, world: World, rules: Rules): Truth {
  const talks = talksIn(world, rules);
  return {
    isViolated: talks.some(talk => isViolated(mode, rules, talk)),
    crosses: talks.some(overlap),
    goesBothWays: talks.some(
      ({ flights }) => new Set(flights.map(({ from }) => from)).size > 1,
    ),
    wasHeard: talks.length > 0,
    putsSomethingBack:
      !isRelayed(world) && world.happened.some(event => isBack(event, rules)),
  };
}

const isRelayed = ({ happened, relays }: World): boolean =>
  happened.some(({ end }) => relays.has(end));

/** Links are called `caller>called`. */
function isBack({ what, end, link }: Happening, { from }: Rules): boolean {
  const [caller, called] = link.split('>');
  const speaker = from === caller || from === called ? from : caller;
  return end !== speaker && (what === 'sent' || what === 'chunk');
}

function isViolated(mode: Mode, { turns }: Rules, talk: Talk): boolean {
  if (mode === 'simplex') return talk.flights.some(({ from }) => from !== talk.first);
  if (mode === 'half-duplex')
    return turns === 'free' ? overlap(talk) : !takesTurns(talk);
  return false;
}

const overlap = ({ flights }: Talk): boolean =>
  flights.some(m =>
    flights.some(
      n => m.from !== n.from && Math.max(m.said, n.said) < Math.min(m.heard, n.heard),
    ),
  );

/** One after the other: each by the one who has just heard the last. */
const takesTurns = ({ first, flights }: Talk): boolean =>
  flights.every(({ from, said }, index) => {
    const last = flights[index - 1];
    return last === undefined ? from === first : from === last.to && last.heard < said;
  });

function talksIn(world: World, { from: named }: Rules): Talk[] {
  const { relays, said } = world;
  const relayed = isRelayed(world);
  const talks = new Map<unknown, { message: Said; flights: Flight[] }>();
  for (const message of said.filter(({ kind }) => kind === 'message')) {
    for (const flight of flightsOf(message, relays)) {
      const key = relayed ? [flight.from, flight.to].sort().join() : message.link;
      const talk = talks.get(key) ?? { message, flights: [] };
      talks.set(key, talk);
      talk.flights.push(flight);
    }
  }
  return [...talks.values()].map(({ message, flights }) => {
    const [{ from, to }] = flights as [Flight];
    const first = relayed ? from : message.link.sides[0].end;
    return { first: named === from || named === to ? named : first, flights };
  });
}

/** To each who heard it, less relays and the speaker; the first time. */
function flightsOf(
  { from, at, receipts }: Said,
  relays: ReadonlySet<string>,
): Flight[] {
  const first = receipts.filter(
    ({ to }, index) => receipts.findIndex(other => other.to === to) === index,
  );
  return first
    .filter(({ to }) => to !== from && !relays.has(to))
    .map(({ to, at: heard }) => ({ from, to, said: at, heard }));
}
