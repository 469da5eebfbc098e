import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWord, type Word, writeWord } from '../../lib/datagram/index.ts';
import { anyCharacter } from '../character.ts';

const ticket = '000000k5a31f0c9d2e77';
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const plain = (word: Word | undefined): unknown =>
  word?.is === 'say' ? { ...word, words: Buffer.from(word.words).toString() } : word;

const number = fc.integer({ min: 1, max: 0xffff_ffff });
const words: fc.Arbitrary<Word> = fc.oneof(
  fc.constant({ is: 'who?' } as const),
  fc.constant({ is: 'token', ticket } as const),
  fc.record({
    is: fc.constant('join' as const),
    ticket: fc.constant(ticket),
    name: fc.stringMatching(/^[A-Za-zë明0-9 _-]{0,24}$/),
  }),
  fc.record({
    is: fc.constant('say' as const),
    nth: number,
    words: fc
      .string({ unit: anyCharacter })
      .map(text => bytes(text))
      .filter(last => last.at(-1) !== 13),
  }),
  fc.record({ is: fc.constantFrom('beat' as const, 'bye' as const), last: number }),
  fc.record({
    is: fc.constant('joined' as const),
    beats: fc.record({
      period: fc.integer({ min: 1, max: 3_600 }).map(s => s * 1_000),
      missed: fc.integer({ min: 1, max: 99 }),
    }),
  }),
);

describe('a word', () => {
  it('is read as it was written, in one datagram that ends with LF', () => {
    fc.assert(
      fc.property(words, word => {
        const datagram = writeWord(word);
        expect(datagram.at(-1)).toBe(10);
        expect(plain(readWord(datagram))).toEqual(plain(word));
      }),
    );
  });

  it.each<[string, unknown]>([
    ['', { is: 'beat' }],
    ['\n', { is: 'beat' }],
    ['beat', { is: 'beat' }],
    ['beat 0\r\n', { is: 'beat', last: 0 }],
    ['bye', { is: 'bye' }],
    ['hello', { is: 'hello' }],
    ['hello, may I come in?\n', { is: 'hello' }],
    ['say 1 Hello\r\n', { is: 'say', nth: 1, words: 'Hello' }],
    ['say 1 ', { is: 'say', nth: 1, words: '' }],
    ['say 4294967295 x', { is: 'say', nth: 4294967295, words: 'x' }],
    [`join ${ticket} alice\n`, { is: 'join', ticket, name: 'alice' }],
    [`join ${ticket} Zoë\n`, { is: 'join', ticket, name: 'Zoë' }],
    ['join', { is: 'join', ticket: '', name: '' }],
    ['join x', { is: 'join', ticket: 'x', name: '' }],
    [`join ${ticket} a\nb`, { is: 'join', ticket, name: 'a\nb' }],
    [`join ${ticket}`, { is: 'join', ticket, name: '' }],
    ['! Full: 2 at a time', { is: 'refusal', words: '! Full: 2 at a time' }],
  ])('typed by hand: %j', (typed, word) => {
    expect(plain(readWord(bytes(typed)))).toEqual(word);
  });

  it.each([
    'Hello',
    'say',
    'say 1',
    'say 0 x',
    'say -1 x',
    'say 4294967296 x',
    'say 99999999999 x',
    'say 1e3 x',
    'say one x',
    'beat 4294967296',
    'beats',
    'byebye',
    'joinx',
    'join ',
    `join ${'0'.repeat(41)} alice`,
    'joined 0 3',
    'joined 2 0',
    'joined',
    'token',
    'token short',
    'who',
    '!',
    ' beat',
    '\n\n',
    'x'.repeat(65_507),
  ])('is not %j', typed => {
    expect(readWord(bytes(typed))).toBeUndefined();
  });

  it('is found or not in any bytes, without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), any => void readWord(any)),
    );
    expect(readWord(new Uint8Array(1_000))).toBeUndefined();
  });
});
