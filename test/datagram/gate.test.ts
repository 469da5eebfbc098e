import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  answer,
  makeTicket,
  readWord,
  type Sign,
  type Word,
  writeWord,
} from '../../lib/datagram/index.ts';

const signBy =
  (key: string): Sign =>
  text =>
    createHmac('sha256', key).update(text).digest('hex');
const sign = signBy('of the room');
const home = '127.0.0.1:50123';
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

type Gate = (from: string, word: Word, size: number, now: number, sign: Sign) => Answer;

const said = (gate: Gate, datagram: Uint8Array, now = 0): Answer | undefined => {
  const word = readWord(datagram);
  return word && gate(home, word, datagram.length, now, sign);
};
const reply = (text: string): string | undefined => {
  const given = said(answer, bytes(text));
  return given?.is === 'reply' ? Buffer.from(given.bytes).toString() : given?.is;
};

/** Anything that a stranger may send; half of it close to the grammar. */
const datagrams = fc.oneof(
  fc.uint8Array({ maxLength: 100 }),
  fc
    .tuple(
      fc.constantFrom(
        'hello',
        'join',
        'say',
        'beat',
        'bye',
        'token',
        'who?',
        'joined',
        '! ',
      ),
      fc.constantFrom('', ' '),
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
    { numRuns: 500, examples: ['', 'hello', 'join x'].map(text => [bytes(text)]) },
  );

/** Another rule: what a room says to a stranger, a room does not answer. */
function isNotSetTalking(gate: Gate): void {
  for (const text of [
    'hello'.padEnd(40),
    `join ${'0'.repeat(20)} alice`,
    'say 1 hi',
    'beat 1',
    '',
  ]) {
    const first = said(gate, bytes(text));
    const second = first?.is === 'reply' ? said(gate, first.bytes) : undefined;
    expect(second?.is ?? 'silence').toBe('silence');
  }
}

const wrongGates: Record<string, Gate> = {
  'welcomes at length': (from, word, size, now, key) =>
    word.is === 'hello'
      ? {
          is: 'reply',
          bytes: bytes('Welcome to the room of datagrams! Your token follows.'),
        }
      : answer(from, word, size, now, key),
  'answers the empty datagram': (from, word, size, now, key) =>
    word.is === 'beat'
      ? { is: 'reply', bytes: writeWord({ is: 'who?' }) }
      : answer(from, word, size, now, key),
  'takes everybody at their word': (from, word, size, now, key) =>
    word.is === 'join'
      ? { ...word, is: 'proved', made: now }
      : answer(from, word, size, now, key),
};

describe('the gate', () => {
  it('never answers a stranger with more bytes than came', () =>
    amplifiesNothing(answer));

  it.each(Object.entries(wrongGates))('that %s is convicted', (_, gate) => {
    expect(() => amplifiesNothing(gate)).toThrow();
  });

  it('cannot be set talking to another', () => {
    isNotSetTalking(answer);
    const polite: Gate = (from, word, size, now, key) =>
      word.is === 'who?' || word.is === 'token'
        ? { is: 'reply', bytes: writeWord({ is: 'who?' }) }
        : answer(from, word, size, now, key);
    expect(() => isNotSetTalking(polite)).toThrow();
  });

  it('answers a long hello, and of a short one says who', () => {
    expect(reply('hello, may I come in, please?')).toMatch(/^token [0-9a-z]{20}\n$/);
    expect(reply('hello'.padEnd(27))).toMatch(/^token /);
    expect(reply('hello'.padEnd(26))).toBe('who?\n');
    expect(reply('hello')).toBe('who?\n');
  });

  it('does not know who says or beats, and says nothing to who leaves', () => {
    expect(['say 1 hi', 'beat 7', 'beat', '', '\n', 'bye'].map(reply)).toEqual([
      'who?\n',
      'who?\n',
      'silence',
      'silence',
      'silence',
      'silence',
    ]);
  });
});

describe('a ticket', () => {
  const ticket = makeTicket(home, 1_000, sign);
  const join = (from: string, now: number, key = sign, shown = ticket): string =>
    answer(from, { is: 'join', ticket: shown, name: 'alice' }, 40, now, key).is;

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

  it('cannot be made, or made younger, by whoever has no key', () => {
    const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
    fc.assert(
      fc.property(fc.nat(19), fc.nat(35), (place, digit) => {
        const forged = ticket.slice(0, place) + digits[digit] + ticket.slice(place + 1);
        expect(join(home, 1_000, sign, forged)).toBe(
          forged === ticket ? 'proved' : 'reply',
        );
      }),
      { numRuns: 300 },
    );
  });
});
