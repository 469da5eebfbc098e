import { describe, expect, it } from 'vitest';
import { gapsFor, type KnownWords } from '../../lib/view/ladder/gaps.ts';

const names = ['alice', 'room', 'bob', 'carol'];
const says = (from: string, to: string, letters: number): KnownWords => ({
  from,
  to,
  kind: 'message',
  label: 'x'.repeat(letters),
});
const notice = (to: string, letters: number): KnownWords => ({
  ...says('room', to, letters),
  kind: 'notice',
});
const gaps = (words: readonly KnownWords[], room: number) =>
  gapsFor(names, words, room).map(Math.round);

describe('lanes', () => {
  it('are equally far apart while nothing is known', () => {
    expect(gaps([], 60)).toEqual([20, 20, 20]);
  });

  it('are equally far apart where all words have room then', () => {
    const short = [says('alice', 'room', 9), says('room', 'bob', 4)];
    expect(gaps(short, 60)).toEqual([20, 20, 20]);
  });

  it('are narrow where little is said, so that all is read', () => {
    const [a, b, c] = gaps([says('alice', 'room', 25), says('room', 'bob', 10)], 60);
    expect(a).toBeGreaterThanOrEqual(25 + 6);
    expect(b).toBeGreaterThanOrEqual(10 + 6);
    expect(c).toBeLessThan(20);
  });

  it('lend their room to the words that pass them', () => {
    const [, b = 0, c = 0] = gaps(
      [says('room', 'carol', 30), says('alice', 'room', 14)],
      60,
    );
    expect(b + c).toBeGreaterThanOrEqual(30 + 6);
    expect(b).toBe(c);
  });

  it('give what people say its room before what the room tells', () => {
    const [a, b] = gaps([says('alice', 'room', 24), notice('bob', 24)], 60);
    expect(a).toBeGreaterThanOrEqual(24 + 6);
    expect(b).toBeLessThan(24 + 6);
  });

  it('cut the longest words where not all have room', () => {
    const [a, b, c] = gaps([says('alice', 'room', 90), says('room', 'bob', 10)], 60);
    expect([b, c]).toEqual([16, 10]);
    expect(a).toBe(34);
  });
});
