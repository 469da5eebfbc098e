/** What one datagram says. docs/protocol.md has the grammar. */
export type Word =
  | { readonly is: 'hello' }
  | { readonly is: 'token'; readonly ticket: string }
  | { readonly is: 'join'; readonly ticket: string; readonly name: string }
  | { readonly is: 'joined' }
  | { readonly is: 'who?' }
  | { readonly is: 'say'; readonly nth: number; readonly words: Uint8Array }
  /** `last`: the number of what was said last, where it is told. */
  | { readonly is: 'beat' | 'bye'; readonly last?: number }
  | { readonly is: 'refusal'; readonly words: string };

/** As far as a number goes. */
const most = 0xffff_ffff;
/** Before the words of a `say` stand at most so many bytes. */
const sayHead = /^say (\d{1,10}) /;
/** Longer is none of the words that a pattern may look at whole. */
const longest = 128;

/** `undefined`: no word of the grammar. */
export function readWord(datagram: Uint8Array): Word | undefined {
  const start = latin(datagram.subarray(0, longest));
  const [head, digits] = sayHead.exec(start) ?? [];
  if (head !== undefined) {
    const nth = Number(digits);
    const words = datagram.subarray(head.length);
    return nth > 0 && nth <= most ? { is: 'say', nth, words } : undefined;
  }
  if (start.startsWith('hello')) return { is: 'hello' };
  if (start.startsWith('! ')) return { is: 'refusal', words: utf8(datagram) };
  if (datagram.length > longest) return undefined;
  return readShort(start.replace(/\r?\n$/, ''));
}

function readShort(line: string): Word | undefined {
  if (line === '') return { is: 'beat' };
  if (line === 'joined' || line === 'who?') return { is: line };
  const [, is, last] = /^(beat|bye)(?: (\d{1,10}))?$/.exec(line) ?? [];
  if (is === 'beat' || is === 'bye') return readLast(is, last);
  const [, ticket] = /^token ([0-9a-z]{20})$/.exec(line) ?? [];
  if (ticket !== undefined) return { is: 'token', ticket };
  const [join, shown = '', name = ''] = /^join(?: (\S+)(?: (.*))?)?$/.exec(line) ?? [];
  return join === undefined ? undefined : { is: 'join', ticket: shown, name };
}

function readLast(is: 'beat' | 'bye', digits: string | undefined): Word | undefined {
  const last = Number(digits);
  if (digits === undefined) return { is };
  return last <= most ? { is, last } : undefined;
}

/** The datagram that says it. */
export function writeWord(word: Word): Uint8Array {
  if (word.is !== 'say') return Buffer.from(written(word));
  return Buffer.concat([Buffer.from(`say ${word.nth} `), word.words]);
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
    case 'refusal':
      return word.words;
    default:
      return word.is;
  }
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
