import { makeTicket, readTicket, type Sign } from './ticket.ts';
import { type Word, writeWord } from './word.ts';

/** What the room does about one who is not in. */
export type Answer =
  | { readonly is: 'silence' }
  | { readonly is: 'reply'; readonly bytes: Uint8Array }
  /** The address is proved, by that ticket. `made`: when it was. */
  | {
      readonly is: 'proved';
      readonly name: string;
      readonly ticket: string;
      readonly made: number;
    };

const silence: Answer = { is: 'silence' };
const who = writeWord({ is: 'who?' });

/**
 * How strangers are answered: from what they say alone, so that a million of them cost no memory. Until an
 * address has shown a ticket that was sent there, it never gets more bytes than came from it: whoever
 * forges another's address cannot make us shout at that one (RFC 9000, 8.1, allows QUIC three times as many).
 */
export function answer(
  from: string,
  word: Word,
  size: number,
  now: number,
  sign: Sign,
): Answer {
  switch (word.is) {
    case 'hello':
      return noLonger(size, tokenFor(from, now, sign));
    case 'join': {
      const { ticket, name } = word;
      const made = readTicket(ticket, from, now, sign);
      if (made !== undefined) return { is: 'proved', name, ticket, made };
      return noLonger(size, who);
    }
    case 'say':
    case 'beat':
      return noLonger(size, who);
    default:
      // `bye` needs no answer; and what rooms say is never answered, or two could be set talking for ever.
      return silence;
  }
}

/** The same for a member who says hello or join once more: never `who?`, which would put it out. */
export function answerMember(...asked: Parameters<typeof answer>): Answer {
  const given = answer(...asked);
  return given.is === 'reply' && given.bytes === who ? silence : given;
}

const tokenFor = (from: string, now: number, sign: Sign): Uint8Array =>
  writeWord({ is: 'token', ticket: makeTicket(from, now, sign) });

/** That, or `who?`, or nothing, whichever is no longer than what came. */
function noLonger(size: number, bytes: Uint8Array): Answer {
  const short = [bytes, who].find(reply => reply.length <= size);
  return short === undefined ? silence : { is: 'reply', bytes: short };
}
