import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Packet } from '../../lib/datagram/packet.ts';
import { readPacket } from '../../lib/datagram/read-packet.ts';
import { type Reply, replyTo } from '../../lib/datagram/server-handshake.ts';
import { type Mac, makeToken } from '../../lib/datagram/token.ts';
import { writePacket } from '../../lib/datagram/write-packet.ts';

const signBy =
  (key: string): Mac =>
  text =>
    createHmac('sha256', key).update(text).digest('hex');
const sign = signBy('of the room');
const home = '127.0.0.1:50123';
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

type Gate = (from: string, word: Packet, size: number, now: number, sign: Mac) => Reply;

const said = (gate: Gate, datagram: Uint8Array, now = 0): Reply | undefined => {
  const word = readPacket(datagram);
  return word && gate(home, word, datagram.length, now, sign);
};
const reply = (text: string): string | undefined => {
  const given = said(replyTo, bytes(text));
  return given?.is === 'reply' ? Buffer.from(given.bytes).toString() : given?.is;
};

/** Anything that a stranger may send; half of it close to the grammar. */
const datagrams = fc.oneof(
  fc.uint8Array({ maxLength: 100 }),
  fc
    .tuple(
      fc.constantFrom(
        'hello',
        'hello 2',
        'hello 3',
        'join',
        'say',
        'beat',
        'bye',
        'token',
        'who?',
        'joined',
        '! ',
      ),
      fc.constantFrom('', ' ', ' 00000000', ' 00000000 1', ' 000000000000000000000'),
      fc.string({ maxLength: 40 }),
    )
    .map(parts => bytes(parts.join(''))),
);

/** The rule: to a stranger at most as many bytes as came. */
const amplifiesNothing = (gate: Gate): void =>
  fc.assert(
    fc.property(datagrams, datagram => {
      const given = said(gate, datagram);
      if (given?.is === 'reply')
        expect(given.bytes.length).toBeLessThanOrEqual(datagram.length);
      expect(given?.is).not.toBe('proved');
    }),
    // Chance may leave one of these out.
    {
      numRuns: 500,
      examples: ['', 'hello 2', 'join x', 'beat 00000000'].map(text => [bytes(text)]),
    },
  );

/** Another rule: what a room says to a stranger, a room does not answer. */
function isNotSetTalking(gate: Gate): void {
  for (const text of [
    'hello 2'.padEnd(40),
    'hello 3'.padEnd(40),
    `join ${'0'.repeat(20)} alice`,
    'say 00000000 1 hi',
    'beat 00000000 abcd 1',
    'bye 00000000 100',
    '',
  ]) {
    const first = said(gate, bytes(text));
    const second = first?.is === 'reply' ? said(gate, first.bytes) : undefined;
    expect(second?.is ?? 'silence').toBe('silence');
  }
}

const wrongGates: Record<string, Gate> = {
  'welcomes at length': (from, word, size, now, key) =>
    word.is === 'hello' && word.version === 2
      ? {
          is: 'reply',
          bytes: bytes('Welcome to the room of datagrams! Your token follows.'),
        }
      : replyTo(from, word, size, now, key),
  'says in full what it does not know': (from, word, size, now, key) =>
    word.is === 'beat'
      ? { is: 'reply', bytes: writePacket({ is: 'who?', what: '0'.repeat(20) }) }
      : replyTo(from, word, size, now, key),
  'takes everybody at their word': (from, word, size, now, key) =>
    word.is === 'join'
      ? { ...word, is: 'proved', made: now }
      : replyTo(from, word, size, now, key),
};

describe('the gate', () => {
  it('never answers a stranger with more bytes than came', () =>
    amplifiesNothing(replyTo));

  it.each(Object.entries(wrongGates))('that %s is convicted', (_, gate) => {
    expect(() => amplifiesNothing(gate)).toThrow();
  });

  it('cannot be set talking to another', () => {
    isNotSetTalking(replyTo);
    const polite: Gate = (from, word, size, now, key) =>
      word.is === 'who?' || word.is === 'token'
        ? { is: 'reply', bytes: writePacket({ is: 'who?' }) }
        : replyTo(from, word, size, now, key);
    expect(() => isNotSetTalking(polite)).toThrow();
  });

  it('answers a long hello, and a short hello with who?', () => {
    expect(reply('hello 2, may I come in, please?')).toMatch(/^token [0-9a-z]{20}\n$/);
    expect(reply('hello 2'.padEnd(27))).toMatch(/^token /);
    expect(reply('hello 2'.padEnd(26))).toBe('who?\n');
    expect(reply('hello')).toBe('who?\n');
  });

  it.each(['hello, may I come in, please?', 'hello 1'.padEnd(13), 'hello 20, please'])(
    'says which edition it speaks to who speaks another: %j',
    hello => expect(reply(hello)).toBe('! Version: 2\n'),
  );

  it.each([
    ['say k3n9x0qa 1 hi', 'who? k3n9x0qa\n'],
    ['beat k3n9x0qa 7', 'who? k3n9x0qa\n'],
    ['beat k3n9x0qa', 'who?\n'],
    ['bye k3n9x0qa 1', 'who? k3n9x0qa\n'],
    [`join ${'0'.repeat(20)} a`, `who? ${'0'.repeat(20)}\n`],
    [`join ${'0'.repeat(20)}`, 'who?\n'],
    ['join x', 'who?\n'],
    ['join', 'silence'],
    ['beat', undefined],
    ['', undefined],
    ['who? k3n9x0qa', 'silence'],
  ])('names the talk or the token that it does not know: %j', (said, answered) => {
    expect(reply(said)).toBe(answered);
  });
});

describe('a token', () => {
  const token = makeToken(home, 1_000, sign);
  const join = (from: string, now: number, key = sign, shown = token): string =>
    replyTo(from, { is: 'join', token: shown, name: 'alice' }, 40, now, key).is;

  it('proves the address that it was sent to, for 30 s', () => {
    expect(join(home, 1_000)).toBe('proved');
    expect(join(home, 31_000)).toBe('proved');
    expect(join(home, 31_001)).toBe('reply');
  });

  it('proves no other address, no other port, and nothing to a room that started again', () => {
    expect(join('127.0.0.2:50123', 1_000)).toBe('reply');
    expect(join('127.0.0.1:50124', 1_000)).toBe('reply');
    expect(join(home, 1_000, signBy('of the next room'))).toBe('reply');
  });

  it('cannot be made, or made younger, without the key', () => {
    const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
    fc.assert(
      fc.property(fc.nat(19), fc.nat(35), (place, digit) => {
        const forged = token.slice(0, place) + digits[digit] + token.slice(place + 1);
        expect(join(home, 1_000, sign, forged)).toBe(
          forged === token ? 'proved' : 'reply',
        );
      }),
      { numRuns: 300 },
    );
  });
});
