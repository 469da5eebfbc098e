import { happenedBefore } from './causes.ts';
import { contradictionIn, numbersAreMissing, numbersGoBack } from './contradictions.ts';
import { type Frames, matched } from './frames.ts';
import { leftOver } from './gapped.ts';
import { type Heard, heardIn, isWhole } from './heard.ts';
import {
  bytesOut,
  different,
  type Event,
  type File,
  type Line,
  linesOf,
  type Mode,
  onOneLink,
  onWhich,
  type Rules,
} from './line.ts';
import { readOneEnd } from './one-end.ts';
import {
  goBothWays,
  type Pair,
  someCross,
  speaksBack,
  speaksWithoutTurn,
} from './rules.ts';

export type Result = 'kept' | 'shown' | 'violated' | 'undecided';
export type Answer = Result | 'contradiction';

/** The answer for one mode. */
export type Judge = (mode: Mode, rules?: Rules) => Answer;

/** What is the same for every mode. */
interface Reading extends Frames {
  readonly heard: readonly Heard[];
  readonly links: readonly { readonly link: Line[]; readonly whole: boolean }[];
  /** Who put bytes on which link. */
  readonly bytes: readonly string[];
}

/** What the definitions say of files: of each mode, under each rule. Plain and slow. */
export function refer(files: readonly File[]): Judge {
  if (files.some(numbersGoBack)) return () => 'contradiction';
  return files.some(numbersAreMissing) ? judgeLeftOver(files) : judgeOf(files, true);
}

/** What is missing may be a violation, but does not undo one between two whole records. */
function judgeLeftOver(files: readonly File[]): Judge {
  const { whole, shared } = leftOver(files);
  const [all, both] = [judgeOf(whole), judgeOf(shared)];
  return (mode, rules) => {
    if (all(mode, rules) === 'contradiction') return 'contradiction';
    const answer = both(mode, rules);
    return answer === 'kept' ? 'undecided' : answer;
  };
}

/** The same of a list in memory, of which the numbers are not asked. */
export const referEvents = (events: readonly Event[]): Judge =>
  judgeOf([{ name: '', events }]);

/** `areOver`: each file has all that its writer saw, up to the last `closed` of every link. */
function judgeOf(files: readonly File[], areOver = false): Judge {
  const lines = linesOf(files);
  const frames = matched(lines);
  if (contradictionIn(frames)) return () => 'contradiction';
  const links = linksIn(lines).map(link => ({ link, whole: isWhole(link, frames) }));
  const bytes = bytesOut(files);
  const reading = { ...frames, heard: heardIn(frames), links, bytes };
  const judge = frames.relays.size > 0 ? judgeRelayed : judgeDirect;
  const isCut =
    areOver &&
    (files.some(({ events }) => events.length === 0) ||
      lines.some(line => isNeverClosed(line, lines)));
  return (mode, rules = {}) => {
    const result = judge(mode, reading, rules);
    return isCut && result === 'kept' ? 'undecided' : result;
  };
}

/** This end wrote of no later link of that name, and of this one not that it was closed. */
const isNeverClosed = ({ end, link, call }: Line, lines: readonly Line[]): boolean =>
  lines
    .filter(line => line.end === end && line.link === link && line.call >= call)
    .every(line => line.call === call && line.what !== 'closed');

const isViolated = (mode: Mode, { turns }: Rules, pair: Pair): boolean => {
  if (mode === 'simplex') return speaksBack(pair);
  if (mode === 'full-duplex') return false;
  return turns === 'free' ? someCross(pair) : speaksWithoutTurn(pair);
};

/** Through relays: only if all is whole, and then by every two ends that heard each other. */
function judgeRelayed(mode: Mode, reading: Reading, rules: Rules): Result {
  if (!reading.links.every(({ whole }) => whole)) return 'undecided';
  const pairs = pairsIn(reading, rules);
  if (pairs.some(pair => isViolated(mode, rules, pair))) return 'violated';
  if (mode === 'full-duplex') return pairs.some(someCross) ? 'shown' : 'undecided';
  if (mode === 'simplex') return pairs.length > 0 ? 'kept' : 'undecided';
  return pairs.some(goBothWays) ? 'kept' : 'undecided';
}

function pairsIn(reading: Reading, { from }: Rules): Pair[] {
  const before = happenedBefore(reading);
  const pairOf = (message: Heard) => [message.from, message.to].sort().join('\n');
  return different(reading.heard.map(pairOf)).map(name => {
    const heard = reading.heard.filter(message => pairOf(message) === name);
    const [some] = heard as [Heard];
    const isFirst = ({ sent }: Heard) => !heard.some(other => before(other.sent, sent));
    const opening = heard.find(isFirst) ?? some;
    const isNamed = from === some.from || from === some.to;
    return { first: isNamed ? from : opening.from, heard };
  });
}

/** Without a relay: link by link. */
function judgeDirect(mode: Mode, reading: Reading, rules: Rules): Result {
  const links = reading.links.map(({ link }) => link);
  const whole = reading.links.filter(one => one.whole).map(({ link }) => link);
  const lonely = links.filter(link => isOneEnded(link, reading.lines));
  const pairs = whole.map(link => pairOn(link, reading, rules));
  const putsBytes =
    ([line]: readonly Line[]) =>
    (end: string) =>
      line !== undefined && reading.bytes.includes(onWhich({ end, link: line.link }));
  const alone = lonely.map(link => readOneEnd(mode, link, rules, putsBytes(link)));
  if (pairs.some(pair => isViolated(mode, rules, pair))) return 'violated';
  if (alone.includes('violated')) return 'violated';
  if (mode === 'full-duplex') return pairs.some(someCross) ? 'shown' : 'undecided';
  if (whole.length + lonely.length < links.length || alone.includes('undecided'))
    return 'undecided';
  if (mode === 'half-duplex') return pairs.some(goBothWays) ? 'kept' : 'undecided';
  const wasHeard =
    alone.includes('kept') || pairs.some(({ heard }) => heard.length > 0);
  const isSilent = (link: readonly Line[], index: number) =>
    link
      .filter(({ end }) => end !== pairs[index]?.first)
      .every(({ end, what }) => what !== 'sent' && !putsBytes(link)(end));
  return wasHeard && whole.every(isSilent) ? 'kept' : 'undecided';
}

function pairOn(link: readonly Line[], { heard }: Reading, { from }: Rules): Pair {
  const caller = link.find(({ what, by }) => what === 'opened' && by === 'self');
  const named = link.find(({ end }) => end === from);
  return {
    first: (named ?? caller)?.end ?? '',
    heard: heard.filter(({ sent }) => link.includes(sent)),
  };
}

const linksIn = (lines: readonly Line[]): Line[][] =>
  lines
    .filter(line => lines.find(other => onOneLink(line, other)) === line)
    .map(first => lines.filter(line => onOneLink(line, first)));

/** Nobody else wrote anything about a link of that name. */
const isOneEnded = (link: readonly Line[], lines: readonly Line[]): boolean =>
  lines.every(line => line.link !== link[0]?.link || line.end === link[0]?.end);
