import type { Connection } from '../../connection/connection.ts';
import type { Actor } from './actor.ts';

type Ends = Pick<Connection, 'ending'>;
type Fail = (problem: string) => never;

/** A player, or a server with a screen. */
interface Hearer {
  readonly unread: string[];
  /** A player's. A screen has none. */
  readonly connection?: Ends;
}

/** The words of a line that asks for some. `open`: any ending. */
export interface Expected {
  readonly text: string;
  readonly open: boolean;
}

const isNotice = (line: string): boolean => line.startsWith('* ');
const matches = (line: string, { text, open }: Expected): boolean =>
  open ? line.startsWith(text) : line === text;
const nothingElse = (notices: readonly string[], connection?: Ends): string =>
  notices.length === 0 ? comesInstead(connection) : `only "${notices.at(-1)}"`;

/** What arrived in place of words. */
export const comesInstead = (connection?: Ends): string =>
  ({
    ended: 'the end',
    reset: 'a reset',
    'cut off': 'the end in the middle of a line',
    open: 'nothing',
  })[connection?.ending ?? 'open'];
const quoted = ({ text, open }: Expected): string => `"${text}${open ? '…' : ''}"`;

/** Whether `hear` can decide already: a line is there that it would take, or refuse. */
export const isNext = ({ unread }: Hearer, expected: Expected): boolean =>
  unread.some(line => !isNotice(line) || matches(line, expected));

export const isAmong = ({ unread }: Hearer, expected: Expected): boolean =>
  unread.some(line => matches(line, expected));

/** Takes the next line. It skips notices, up to the expected one. */
export function hear(
  { unread: lines, connection }: Hearer,
  expected: Expected,
  who: string,
  fail: Fail,
): void {
  const passed = passNotices(lines, expected);
  const line = lines.shift();
  if (line === undefined)
    fail(
      `expected ${who} to hear ${quoted(expected)}, but ${nothingElse(passed, connection)} came`,
    );
  else if (!matches(line, expected)) {
    fail(`expected ${who} to hear ${quoted(expected)}, but "${line}" came`);
  }
}

export function hearNothing(
  { unread: lines }: Hearer,
  _: unknown,
  who: string,
  fail: Fail,
): void {
  const line = lines.find(one => !isNotice(one));
  if (line !== undefined) fail(`expected ${who} to hear nothing, but "${line}" came`);
}

export const hearEnding =
  (ending: 'ended' | 'reset') =>
  (actor: Actor, _: unknown, who: string, fail: Fail): void => {
    hearNothing(actor, _, who, fail);
    const found = actor.connection.ending;
    const name = ending === 'ended' ? 'end' : 'reset';
    if (found !== ending)
      fail(`expected ${who} to hear the ${name}, but the connection is ${found}`);
  };

/** Takes the first line that fits, at any position. */
export function hearAmong(
  { unread: lines }: Hearer,
  expected: Expected,
  who: string,
  fail: Fail,
): void {
  const at = lines.findIndex(line => matches(line, expected));
  if (at < 0) fail(`expected ${who} to hear ${quoted(expected)}, but it did not come`);
  else lines.splice(at, 1);
}

/** Removes the notices at the front, and returns them: those before the expected line, or all of them. */
function passNotices(lines: string[], expected: Expected): string[] {
  const first = lines.findIndex(line => !isNotice(line));
  const notices = lines.slice(0, first < 0 ? lines.length : first);
  const wanted = notices.findIndex(line => matches(line, expected));
  return lines.splice(0, wanted < 0 ? notices.length : wanted);
}
