// How words are framed on the wire: what a load writes, and what it must hear. Text stands for bytes
// here, a character each.

import { websocket } from '../../lib/framing/index.ts';

export interface Tongue {
  /** What goes before everything else. */
  readonly greeting: string;
  /** Words as a member writes them. */
  says(words: string): string;
  /** Words as a server writes them. */
  hears(words: string): string;
  /** Bytes before the words themselves, in what a server writes. */
  readonly ahead: (words: string) => number;
}

export const lines: Tongue = {
  greeting: '',
  says: words => `${words}\n`,
  hears: words => `${words}\n`,
  ahead: () => 0,
};

/** RFC 6455. A member's frames are masked; a mask of zeros is as much work for a server as any. */
export const webFrames: Tongue = {
  greeting: [
    'GET /room HTTP/1.1',
    'Host: 127.0.0.1',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n'),
  says(words) {
    const frame = Buffer.from(unmasked(words), 'latin1');
    const head = frame.length - words.length;
    frame[1] = (frame[1] ?? 0) | 0x80;
    return `${frame.toString('latin1', 0, head)}\0\0\0\0${words}`;
  },
  hears: unmasked,
  ahead: words => unmasked(words).length - words.length,
};

const codec = websocket();

function unmasked(words: string): string {
  return Buffer.from(codec.encode(Buffer.from(words, 'latin1'))).toString('latin1');
}
