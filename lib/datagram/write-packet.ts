import { bytes } from '../framing/bytes.ts';
import { type Packet, version } from './packet.ts';

const lf = 10;

/** Returns the datagram for a word. */
export function writePacket(word: Packet): Uint8Array {
  if (word.is !== 'say') return bytes.fromText(`${written(word)}\n`);
  return bytes.joined([
    bytes.fromText(`say ${word.talk} ${word.nth} `),
    word.words,
    Uint8Array.of(lf),
  ]);
}

function written(word: Exclude<Packet, { is: 'say' }>): string {
  switch (word.is) {
    case 'hello':
      // A `hello` must be at least as long as its answer; otherwise it gets no token.
      return `hello ${version}, may I come in, please?`;
    case 'token':
      return `token ${word.token}`;
    case 'join':
      return `join ${word.token} ${word.name}`;
    case 'joined': {
      const { period, missed } = word.heartbeat;
      return `joined ${word.talk} ${period / 1_000} ${missed}`;
    }
    case 'who?':
      return line('who?', word.what);
    case 'beat':
      return line('beat', word.talk, word.mark, word.last);
    case 'bye':
      return line('bye', word.talk, word.last);
    case 'refusal':
      return word.words;
  }
}

const line = (...parts: readonly (string | number | undefined)[]): string =>
  parts.filter(part => part !== undefined).join(' ');
