import { type Crossing, countCrossings, crossings } from './crossing.ts';
import type { Mode, TraceEvent } from './event.ts';
import { inOneOrder } from './people.ts';
import { type Conversation, conversations, type Heard } from './talk.ts';
import { type Traffic, trafficIn } from './traffic.ts';
import { type Offence, outOfTurn, outOfTurnFromOneEnd, withArticle } from './turns.ts';

/** What a record proves about one mode. docs/trace.md has the definitions. */
export interface Verdict {
  readonly mode: Mode;
  /** `broken`: the mode was not kept. `kept`: it was, but the run could not have told. `shown`: proved. */
  readonly result: 'shown' | 'kept' | 'broken';
  /** False for a record of one end, or from the middle: it can convict, it cannot prove. */
  readonly proved: boolean;
  readonly offence?: Offence;
  readonly counts: Counts;
}

export interface Counts {
  /** Messages that were heard. */
  readonly heard: number;
  /** How many different ones: a room's word is heard by many. */
  readonly said: number;
  /** Whether all heard what they heard in the order in which a relay took it. */
  readonly oneOrder: boolean;
  /** Those among them that went back: from the called to the caller. */
  readonly heardBack: number;
  /** Runs of one speaker: in half-duplex one message each. */
  readonly turns: number;
  readonly crossings: number;
  /** The first few of them, to be named. */
  readonly firstCrossings: readonly Crossing[];
  /** Refused or cut off: said, but not heard. By event number at the speaker's end. */
  readonly notHeard: readonly number[];
  /** Payload and framing put on the wire by the callers, and by those they called. */
  readonly bytesThere: number;
  readonly bytesBack: number;
  /** From the first message sent to the last one heard, in milliseconds. */
  readonly elapsed: number;
}

/** More would not fit into a line. */
const crossingsNamed = 3;

/** The mode oracle: judges a whole record by what its ends sent, received and refused, in which order. */
export function judge(
  mode: Mode,
  events: readonly TraceEvent[],
  traffic: ReadonlyMap<string, ReadonlyMap<string, Traffic>> = trafficIn(events),
): Verdict {
  const talks = conversations(events);
  const proved = talks.every(talk => talk.bothEnds);
  const counts = count(talks, traffic);
  const offence = talks
    .flatMap(talk => offenceAgainst[mode](talk) ?? [])
    .sort((one, two) => one.event.n - two.event.n)[0];
  if (offence) return { mode, result: 'broken', proved: true, offence, counts };
  const shown = proved && isShown[mode](talks, counts);
  return { mode, result: shown ? 'shown' : 'kept', proved, counts };
}

const offenceAgainst: Record<Mode, (talk: Conversation) => Offence | undefined> = {
  simplex: aWordBack,
  'half-duplex': talk => (talk.bothEnds ? outOfTurn(talk) : outOfTurnFromOneEnd(talk)),
  'full-duplex': () => undefined,
};

const isShown: Record<
  Mode,
  (talks: readonly Conversation[], counts: Counts) => boolean
> = {
  simplex: (_, { heard }) => heard > 0,
  'half-duplex': talks =>
    talks.some(talk => new Set(talk.heard.map(message => message.from)).size > 1),
  'full-duplex': (_, { crossings }) => crossings > 0,
};

/**
 * Simplex is one preassigned way: from the caller to the called. A word back breaks it, also one that
 * the caller refused: it was said. What kind it was the speaker knows, if that end kept a record.
 */
function aWordBack({
  caller,
  callee,
  events,
  bothEnds,
}: Conversation): Offence | undefined {
  const event = events.find(
    ({ kind, what, end }) =>
      kind === 'message' &&
      (what === 'sent' ? end === callee : end === caller && !bothEnds),
  );
  if (event === undefined) return undefined;
  const spoke = event.what === 'sent' ? 'spoke' : 'was heard';
  return { event, why: `${withArticle(callee)} ${spoke} at ${event.n}` };
}

function count(
  talks: readonly Conversation[],
  traffic: ReadonlyMap<string, ReadonlyMap<string, Traffic>>,
): Counts {
  const heard = talks.flatMap(talk => talk.heard);
  const bytesFrom = (who: (talk: Conversation) => string) =>
    sum(talks.map(talk => traffic.get(talk.link)?.get(who(talk))?.out ?? 0));
  return {
    heard: heard.length,
    said: new Set(heard.map(message => message.sent)).size,
    oneOrder: inOneOrder(talks),
    heardBack: sum(talks.map(heardBack)),
    turns: sum(talks.map(turnsIn)),
    crossings: sum(talks.map(countCrossings)),
    firstCrossings: firstCrossings(talks),
    notHeard: talks.flatMap(talk => talk.notHeard),
    bytesThere: bytesFrom(talk => talk.caller),
    bytesBack: bytesFrom(talk => talk.callee),
    elapsed: elapsed(heard),
  };
}

function firstCrossings(talks: readonly Conversation[]): Crossing[] {
  const first: Crossing[] = [];
  for (const talk of talks) {
    for (const crossing of crossings(talk)) {
      if (first.push(crossing) === crossingsNamed) return first;
    }
  }
  return first;
}

function elapsed(heard: readonly Heard[]): number {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { sent, received } of heard) {
    first = Math.min(first, sent.at);
    last = Math.max(last, received.at);
  }
  return heard.length === 0 ? 0 : last - first;
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

function heardBack({ heard, callee }: Conversation): number {
  return heard.filter(message => message.from === callee).length;
}

function turnsIn({ heard }: Conversation): number {
  return heard.filter((message, index) => message.from !== heard[index - 1]?.from)
    .length;
}
