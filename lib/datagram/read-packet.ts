import { bytes } from '../framing/bytes.ts';
import type { Packet } from './packet.ts';

/** The largest number. */
const most = 0xffff_ffff;
/** Matches `say TALK NUMBER ` at the start of a datagram. */
const sayHead = /^say ([0-9a-z]{8}) (\d{1,10}) /;
/** Matches `join` with the token that it shows, or with any text in the place of a token. */
const joinHead = /^join(?: ([\x21-\x7e]{1,40})(?: |$)|$)/;
/** Matches a `hello`. The text after the version only makes the datagram long enough. */
const helloHead = /^hello(?: (\d{1,3})(?!\d))?/;
const [lf, cr] = [10, 13];
/** The longest word that is matched by a pattern as a whole, in bytes. */
const longest = 128;

/** Returns the word in a datagram; `undefined` if it is not a word of the grammar. */
export function readPacket(datagram: Uint8Array): Packet | undefined {
  const line = withoutEnd(datagram);
  const start = bytes.toLatin1(line.subarray(0, longest));
  const [head, talk = '', digits] = sayHead.exec(start) ?? [];
  if (head !== undefined) {
    const nth = Number(digits);
    const words = line.subarray(head.length);
    return nth > 0 && nth <= most ? { is: 'say', talk, nth, words } : undefined;
  }
  const [join, token = ''] = joinHead.exec(start) ?? [];
  // A longer name is wrong in any case, and must get its refusal.
  if (join !== undefined)
    return { is: 'join', token, name: utf8(line.subarray(join.length, longest)) };
  const [hello, version] = helloHead.exec(start) ?? [];
  if (hello !== undefined)
    return { is: 'hello', ...(version && { version: Number(version) }) };
  if (start.startsWith('! ')) return { is: 'refusal', words: utf8(line) };
  return line.length > longest ? undefined : readShort(start);
}

/** Removes one LF or CRLF: it is for people who read and type lines, and is not a part of a word. */
function withoutEnd(datagram: Uint8Array): Uint8Array {
  if (datagram.at(-1) !== lf) return datagram;
  return datagram.subarray(0, datagram.at(-2) === cr ? -2 : -1);
}

const readShort = (line: string): Packet | undefined =>
  readBeat(line) ?? readBye(line) ?? readJoined(line) ?? readAnswer(line);

function readBeat(line: string): Packet | undefined {
  const pattern = /^beat ([0-9a-z]{8})(?: ([a-z]{4}))?(?: (\d{1,10}))?$/;
  const [, talk, mark, last] = pattern.exec(line) ?? [];
  if (talk === undefined || Number(last ?? 0) > most) return undefined;
  return { is: 'beat', talk, ...(mark && { mark }), ...readLast(last) };
}

function readBye(line: string): Packet | undefined {
  const [, talk, last] = /^bye ([0-9a-z]{8})(?: (\d{1,10}))?$/.exec(line) ?? [];
  if (talk === undefined || Number(last ?? 0) > most) return undefined;
  return { is: 'bye', talk, ...readLast(last) };
}

const readLast = (digits: string | undefined) => digits && { last: Number(digits) };

function readJoined(line: string): Packet | undefined {
  const pattern = /^joined ([0-9a-z]{8}) (\d{1,5}) (\d{1,5})$/;
  const [, talk, seconds, missed] = pattern.exec(line) ?? [];
  if (talk === undefined || Number(seconds) === 0 || Number(missed) === 0)
    return undefined;
  const heartbeat = { period: Number(seconds) * 1_000, missed: Number(missed) };
  return { is: 'joined', talk, heartbeat };
}

function readAnswer(line: string): Packet | undefined {
  const [, token] = /^token ([0-9a-z]{20})$/.exec(line) ?? [];
  if (token !== undefined) return { is: 'token', token };
  const [who, what] = /^who\?(?: ([0-9a-z]{8}|[0-9a-z]{20}))?$/.exec(line) ?? [];
  return who === undefined ? undefined : { is: 'who?', ...(what && { what }) };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const utf8 = (words: Uint8Array): string => decoder.decode(words);
