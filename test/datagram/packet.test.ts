import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Packet } from '../../lib/datagram/packet.ts';
import { readPacket } from '../../lib/datagram/read-packet.ts';
import { writePacket } from '../../lib/datagram/write-packet.ts';
import { anyCharacter } from '../character.ts';

const token = '000000k5a31f0c9d2e77';
const talk = 'k3n9x0qa';
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const plain = (word: Packet | undefined): unknown =>
  word?.is === 'say' ? { ...word, words: Buffer.from(word.words).toString() } : word;

const number = fc.integer({ min: 1, max: 0xffff_ffff });
const words: fc.Arbitrary<Packet> = fc.oneof(
  fc.constant({ is: 'who?' } as const),
  fc.constant({ is: 'who?', what: talk } as const),
  fc.constant({ is: 'token', token } as const),
  fc.record({
    is: fc.constant('join' as const),
    token: fc.constant(token),
    name: fc.stringMatching(/^[A-Za-zë明0-9 _-]{0,24}$/),
  }),
  fc.record({
    is: fc.constant('say' as const),
    talk: fc.constant(talk),
    nth: number,
    words: fc
      .string({ unit: anyCharacter })
      .map(text => bytes(text))
      .filter(last => last.at(-1) !== 13),
  }),
  fc.record({ is: fc.constant('bye' as const), talk: fc.constant(talk), last: number }),
  fc.record(
    {
      is: fc.constant('beat' as const),
      talk: fc.constant(talk),
      mark: fc.stringMatching(/^[a-z]{4}$/),
      last: number,
    },
    { requiredKeys: ['is', 'talk'] },
  ),
  fc.record({
    is: fc.constant('joined' as const),
    talk: fc.constant(talk),
    heartbeat: fc.record({
      period: fc.integer({ min: 1, max: 3_600 }).map(s => s * 1_000),
      missed: fc.integer({ min: 1, max: 99 }),
    }),
  }),
);

describe('a word', () => {
  it('is read as it was written, in one datagram that ends with LF', () => {
    fc.assert(
      fc.property(words, word => {
        const datagram = writePacket(word);
        expect(datagram.at(-1)).toBe(10);
        expect(plain(readPacket(datagram))).toEqual(plain(word));
      }),
    );
  });

  it.each<[string, unknown]>([
    [`beat ${talk}`, { is: 'beat', talk }],
    [`beat ${talk} 0\r\n`, { is: 'beat', talk, last: 0 }],
    [`beat ${talk} qfzm`, { is: 'beat', talk, mark: 'qfzm' }],
    [`beat ${talk} qfzm 12\n`, { is: 'beat', talk, mark: 'qfzm', last: 12 }],
    [`bye ${talk}`, { is: 'bye', talk }],
    ['hello', { is: 'hello' }],
    ['hello, may I come in?\n', { is: 'hello' }],
    ['hello 2, may I come in?\n', { is: 'hello', version: 2 }],
    ['hello 1234', { is: 'hello' }],
    [`say ${talk} 1 Hello\r\n`, { is: 'say', talk, nth: 1, words: 'Hello' }],
    [`say ${talk} 1 \r\n\n`, { is: 'say', talk, nth: 1, words: '\r\n' }],
    [`say ${talk} 1 `, { is: 'say', talk, nth: 1, words: '' }],
    [`say ${talk} 4294967295 x`, { is: 'say', talk, nth: 4294967295, words: 'x' }],
    [`join ${token} alice\n`, { is: 'join', token, name: 'alice' }],
    [`join ${token} Zoë\n`, { is: 'join', token, name: 'Zoë' }],
    ['join', { is: 'join', token: '', name: '' }],
    ['join x', { is: 'join', token: 'x', name: '' }],
    [`join ${token} a\nb`, { is: 'join', token, name: 'a\nb' }],
    [`join ${token}`, { is: 'join', token, name: '' }],
    [`who? ${talk}`, { is: 'who?', what: talk }],
    [`who? ${token}`, { is: 'who?', what: token }],
    ['! Full: 2 at a time', { is: 'refusal', words: '! Full: 2 at a time' }],
  ])('typed by hand: %j', (typed, word) => {
    expect(plain(readPacket(bytes(typed)))).toEqual(word);
  });

  it.each([
    '',
    '\n',
    'Hello',
    'HELLO 2',
    'say',
    'say 1 x',
    `say ${talk} 1`,
    `say ${talk} 0 x`,
    `say ${talk} -1 x`,
    `say ${talk} 4294967296 x`,
    `say ${talk} 99999999999 x`,
    `say ${talk} 1e3 x`,
    `say ${talk.toUpperCase()} 1 x`,
    'beat',
    'beat 3',
    `beat ${talk} 4294967296`,
    `beat ${talk} QFZM`,
    `beat ${talk} 3 qfzm`,
    'beats',
    'byebye',
    'joinx',
    'join ',
    `join ${'0'.repeat(41)} alice`,
    'joined 2 3',
    `joined ${talk} 0 3`,
    `joined ${talk} 2 0`,
    'token',
    'token short',
    'who',
    'who? me',
    '!',
    ` beat ${talk}`,
    '\n\n',
    'x'.repeat(65_507),
  ])('is not %j', typed => {
    expect(readPacket(bytes(typed))).toBeUndefined();
  });

  it('is found or not in any bytes, without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), any => void readPacket(any)),
    );
    expect(readPacket(new Uint8Array(1_000))).toBeUndefined();
  });
});
