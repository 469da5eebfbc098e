import type { Beats } from './beats.ts';

/** What one datagram says. docs/protocol.md has the grammar. */
export type Word =
  | { readonly is: 'hello' }
  | { readonly is: 'token'; readonly ticket: string }
  | { readonly is: 'join'; readonly ticket: string; readonly name: string }
  /** The room's rhythm: both beat every `period` milliseconds, and may miss so many. */
  | { readonly is: 'joined'; readonly beats: Beats }
  | { readonly is: 'who?' }
  | { readonly is: 'say'; readonly nth: number; readonly words: Uint8Array }
  /** `last`: the number of what was said last, where it is told. */
  | { readonly is: 'beat' | 'bye'; readonly last?: number }
  | { readonly is: 'refusal'; readonly words: string };

/** As far as a number goes. */
const most = 0xffff_ffff;
/** Before the words of a `say` stand at most so many bytes. */
const sayHead = /^say (\d{1,10}) /;
/** The ticket that is shown, or what somebody takes for one. */
const joinHead = /^join(?: ([\x21-\x7e]{1,40})(?: |$)|$)/;
const [lf, cr] = [10, 13];
/** Longer is none of the words that a pattern may look at whole. */
const longest = 128;

/** `undefined`: no word of the grammar. */
export function readWord(datagram: Uint8Array): Word | undefined {
  const line = withoutEnd(datagram);
  const start = latin(line.subarray(0, longest));
  const [head, digits] = sayHead.exec(start) ?? [];
  if (head !== undefined) {
    const nth = Number(digits);
    const words = line.subarray(head.length);
    return nth > 0 && nth <= most ? { is: 'say', nth, words } : undefined;
  }
  const [join, ticket = ''] = joinHead.exec(start) ?? [];
  // A longer name is wrong however it goes on, and is to be told so.
  if (join !== undefined)
    return { is: 'join', ticket, name: utf8(line.subarray(join.length, longest)) };
  if (start.startsWith('hello')) return { is: 'hello' };
  if (start.startsWith('! ')) return { is: 'refusal', words: utf8(line) };
  return line.length > longest ? undefined : readShort(start);
}

/** LF or CRLF, which is for those who read and type lines, and belongs to no word. */
function withoutEnd(datagram: Uint8Array): Uint8Array {
  if (datagram.at(-1) !== lf) return datagram;
  return datagram.subarray(0, datagram.at(-2) === cr ? -2 : -1);
}

function readShort(line: string): Word | undefined {
  if (line === '') return { is: 'beat' };
  if (line === 'who?') return { is: line };
  const [, is, last] = /^(beat|bye)(?: (\d{1,10}))?$/.exec(line) ?? [];
  if (is === 'beat' || is === 'bye') return readLast(is, last);
  const [, seconds, missed] = /^joined (\d{1,5}) (\d{1,5})$/.exec(line) ?? [];
  if (seconds !== undefined) return readBeats(Number(seconds), Number(missed));
  const [, ticket] = /^token ([0-9a-z]{20})$/.exec(line) ?? [];
  return ticket === undefined ? undefined : { is: 'token', ticket };
}

function readLast(is: 'beat' | 'bye', digits: string | undefined): Word | undefined {
  const last = Number(digits);
  if (digits === undefined) return { is };
  return last <= most ? { is, last } : undefined;
}

function readBeats(seconds: number, missed: number): Word | undefined {
  if (seconds === 0 || missed === 0) return undefined;
  return { is: 'joined', beats: { period: seconds * 1_000, missed } };
}

/** The datagram that says it. */
export function writeWord(word: Word): Uint8Array {
  if (word.is !== 'say') return Buffer.from(`${written(word)}\n`);
  return Buffer.concat([
    Buffer.from(`say ${word.nth} `),
    word.words,
    Uint8Array.of(lf),
  ]);
}

function written(word: Exclude<Word, { is: 'say' }>): string {
  switch (word.is) {
    case 'hello':
      return 'hello, may I come in, please?';
    case 'token':
      return `token ${word.ticket}`;
    case 'join':
      return `join ${word.ticket} ${word.name}`;
    case 'beat':
    case 'bye':
      return word.last === undefined ? word.is : `${word.is} ${word.last}`;
    case 'joined':
      return `joined ${word.beats.period / 1_000} ${word.beats.missed}`;
    case 'refusal':
      return word.words;
    default:
      return word.is;
  }
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
