import { describe, expect, it } from 'vitest';
import { quiet } from '../modes/raw-peer.ts';
import { Station } from './station.ts';

const nobody = '! Nobody answers: the operator has left';
const toldSo = '* End of input: callers now hear that nobody answers';

describe('a station whose keyboard has ended', () => {
  it.each([
    ['with turns', []],
    ['without turns', ['without-turns']],
  ])('refuses every call, and says so on its side: %s', async (_, flags) => {
    const station = new Station(...flags);
    await station.loses();
    expect(station.screen).toEqual([toldSo]);
    for (const caller of [await station.call(), await station.call()]) {
      expect(caller.heard).toEqual([nobody]);
      expect(caller.ended).toBe(true);
    }
    expect(station.screen).toEqual([toldSo]);
  });

  it('hangs up on a caller who waits for an answer', async () => {
    const station = new Station();
    const alice = await station.call();
    await alice.writes('hello\n');
    await station.loses();
    expect(alice.heard).toEqual([nobody]);
    expect(alice.ended).toBe(true);
  });

  it('hangs up on a caller who has the turn', async () => {
    const station = new Station();
    const alice = await station.call();
    await station.loses();
    expect(alice.heard).toEqual([nobody]);
    expect(alice.ended).toBe(true);
  });

  it('says the answers that are piped in already, each in its turn', async () => {
    const station = new Station();
    const alice = await station.call();
    await station.types('one');
    await station.types('two');
    await station.loses();
    await alice.writes('a\n');
    await alice.writes('b\n');
    await alice.writes('c\n');
    expect(alice.heard).toEqual(['[station] one', '[station] two', nobody]);
  });

  it('sends nothing more without turns, and still listens', async () => {
    const station = new Station('without-turns');
    const alice = await station.call();
    await station.loses();
    expect(alice.ended).toBe(true);
    await alice.writes('hello\n');
    expect(station.screen).toEqual([toldSo, '[caller 1] hello']);
  });
});

describe('an operator', () => {
  it('is shown whose turn it is', async () => {
    const station = new Station();
    expect(station.mine).toBeUndefined();
    const alice = await station.call();
    expect(station.mine).toBe(false);
    await alice.writes('hello\n');
    expect(station.mine).toBe(true);
    await station.types('hi');
    expect(station.mine).toBe(false);
    await alice.ends();
    expect(station.mine).toBeUndefined();
  });

  it.each([
    ['with turns', []],
    ['without turns', ['without-turns']],
  ])('is told that words are for nobody: %s', async (_, flags) => {
    const station = new Station(...flags);
    await station.types('hello?');
    expect(station.screen).toEqual(['! Nobody is on the line']);
  });
});

describe('a silent caller loses the line', () => {
  it.each([
    ['with turns', []],
    ['without turns', ['without-turns']],
  ])('a second after its last words: %s', async (_, flags) => {
    const station = new Station('silence=1', ...flags);
    const alice = await station.call();
    station.clock.moveTo(900);
    await alice.writes('hello\n');
    await station.types('hi');
    station.clock.moveTo(1_899);
    await quiet();
    expect(alice.heard).toEqual(['[station] hi']);
    station.clock.moveTo(1_900);
    await quiet();
    expect(alice.heard.slice(1)).toEqual(['! Silent for 1 s: the line is needed']);
    expect(alice.ended).toBe(true);
    await alice.ends();
    const bob = await station.call();
    await bob.writes('hello\n');
    expect(station.screen.at(-1)).toBe('[caller 2] hello');
  });
});

describe('an operator who types faster than the caller asks', () => {
  const typed = Array.from({ length: 100 }, (_, nth) => `answer ${nth}`);

  it('is read no further than 64 lines ahead, and each line is said in its turn', async () => {
    const station = new Station();
    const alice = await station.call();
    await station.types(...typed);
    expect(station.unread).toBeGreaterThanOrEqual(typed.length - 65);
    for (const _ of typed) await alice.writes('and?\n');
    expect(alice.heard).toEqual(typed.map(line => `[station] ${line}`));
    expect(station.unread).toBe(0);
  });

  it('is read again when the call is over, and the next caller gets none of it', async () => {
    const station = new Station();
    const alice = await station.call();
    await station.types(...typed);
    await alice.vanishes();
    expect(station.unread).toBe(0);
    const bob = await station.call();
    await bob.writes('hello\n');
    expect(bob.heard).toEqual([]);
  });
});
