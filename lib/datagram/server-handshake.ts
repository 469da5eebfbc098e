import { type Packet, version } from './packet.ts';
import { type Mac, makeToken, readToken } from './token.ts';
import { writePacket } from './write-packet.ts';

/** What the room does about a datagram that does not belong to a talk that it knows. */
export type Reply =
  | { readonly is: 'silence' }
  | { readonly is: 'reply'; readonly bytes: Uint8Array }
  /** That token proves the address. `made`: when the token was made. */
  | {
      readonly is: 'proved';
      readonly name: string;
      readonly token: string;
      readonly made: number;
    };

const silence: Reply = { is: 'silence' };
/** A bare `who?` ends nothing, because it does not name a talk or a token. */
const who = writePacket({ is: 'who?' });
const otherVersion = writePacket({ is: 'refusal', words: `! Version: ${version}` });

/**
 * Answers strangers. Each answer depends only on their datagram, so a million strangers cost no
 * memory. Until an address has shown a token that was sent there, it never gets more bytes than
 * came from it: an attacker who forges an address cannot make us flood it (RFC 9000, 8.1, allows
 * QUIC three times as many).
 */
export function replyTo(
  from: string,
  word: Packet,
  size: number,
  now: number,
  sign: Mac,
): Reply {
  switch (word.is) {
    case 'hello':
      return word.version === version
        ? noLonger(size, tokenFor(from, now, sign))
        : noLonger(size, otherVersion);
    case 'join': {
      const { token, name } = word;
      const made = readToken(token, from, now, sign);
      return made === undefined
        ? unknown(token, size)
        : { is: 'proved', name, token, made };
    }
    case 'say':
    case 'beat':
    case 'bye':
      return unknown(word.talk, size);
    default:
      // A room never answers what rooms send: otherwise a forger could make two rooms talk for ever.
      return silence;
  }
}

/** Returns the answer that names the unknown talk or token. */
export const unknown = (what: string, size: number): Reply =>
  noLonger(size, isName.test(what) ? writePacket({ is: 'who?', what }) : who);

/** Returns `bytes`, or a bare `who?`, or silence: the first that is not longer than the datagram that came. */
export function noLonger(size: number, bytes: Uint8Array): Reply {
  const short = [bytes, who].find(reply => reply.length <= size);
  return short === undefined ? silence : { is: 'reply', bytes: short };
}

/** Matches a talk or a token. */
const isName = /^([0-9a-z]{8}|[0-9a-z]{20})$/;

const tokenFor = (from: string, now: number, sign: Mac): Uint8Array =>
  writePacket({ is: 'token', token: makeToken(from, now, sign) });
