import { describe, expect, it } from 'vitest';
import { aliceAndBob, arrived, open, type Raw } from './place.ts';

// In memory anybody can write any address: what `alice` types here may be a forger's, with her address on it.

/** Of a talk that is not hers, of none, and with numbers that nobody has got to. */
const forgeries = [
  ...[
    'say 4294967295 x',
    'beat 4294967295',
    'bye',
    'bye 4294967295',
    'who?',
    'who? TALK',
    '',
  ],
  ...['say 00000000 1 x', 'say 00000000 4294967295 x', 'bye 00000000', 'who? 00000000'],
  ...['beat 00000000 abcd 4294967295', 'joined TALK 1 1', 'token 00000000000000000000'],
  ...[
    'join 00000000000000000000 alice',
    '! Full',
    'hello 2',
    'hello 3, and more than that',
  ],
];

describe('one forged datagram', () => {
  it.each(forgeries)(
    '%j mutes nobody, ends nobody and takes no number',
    async forged => {
      const { raw } = open();
      const [alice, bob] = await aliceAndBob(raw);
      alice.type(forged);
      await arrived();
      alice.type('say TALK 1 Still here');
      await arrived();
      expect(bob.news()).toEqual(['say TALK 2 [alice] Still here']);
    },
  );

  it.each(['say TALK 1002 x', 'say TALK 4294967295 x', 'beat TALK MARK 1002'])(
    'or a slip, %j, is too far ahead to be believed',
    async slip => {
      const { raw, pass } = open();
      const [alice, bob] = await aliceAndBob(raw);
      await pass(2_000);
      bob.news();
      alice.type(slip);
      alice.type('say TALK 1 Still here');
      await arrived();
      expect(bob.news()).toEqual(['say TALK 2 [alice] Still here']);
    },
  );

  it('of a talk that is over has no effect in the next one', async () => {
    const { raw, clock } = open();
    const [alice, bob] = await aliceAndBob(raw);
    const before = alice.talk;
    alice.type('bye TALK 0');
    await arrived();
    clock.moveTo(10);
    await alice.join('alice');
    for (const old of [
      `say ${before} 5 from before`,
      `bye ${before} 1`,
      `beat ${before} 9`,
    ])
      alice.type(old);
    await arrived();
    bob.news();
    alice.type('say TALK 1 Still here');
    await arrived();
    expect(bob.news().map(line => line.replace(/^say TALK \d /, ''))).toEqual([
      '* alice left (2 here)',
      '* alice joined (2 here)',
      '[alice] Still here',
    ]);
  });
});

describe('a place in the room', () => {
  /** Seconds until alice is gone, if that is said in her name each second. */
  async function kept(words: (alice: Raw, second: number) => string): Promise<number> {
    const { raw, pass } = open();
    const [alice, bob] = await aliceAndBob(raw);
    for (let second = 1; second < 30; second++) {
      bob.type('beat TALK MARK');
      alice.type(words(alice, second));
      await pass(1_000);
      if (bob.news().some(word => word.includes('alice left'))) return second;
    }
    return 30;
  }

  it('is kept by giving back what the room sent', async () => {
    expect(await kept(() => 'beat TALK MARK')).toBe(30);
  });

  it.each([
    ['messages', (_: Raw, second: number) => `say TALK ${second} x`],
    ['beats without a mark', () => 'beat TALK 0'],
    ['guesses', () => 'beat TALK aaaa 0'],
    ['nothing', () => ''],
  ])('is not kept by %s', async (_, words) => {
    expect(await kept(words)).toBe(6);
  });

  it('is kept by a mark once, and no longer than T by a repeated mark', async () => {
    let first = '';
    const seconds = await kept(alice => {
      first ||= alice.mark;
      return `beat TALK ${first}`;
    });
    expect(seconds).toBeGreaterThan(6);
    expect(seconds).toBeLessThanOrEqual(9);
  });
});

describe('a token', () => {
  it('admits a member once: a member that has left cannot return with it', async () => {
    const { raw } = open();
    const [alice] = await aliceAndBob(raw);
    const carol = raw();
    const token = await carol.join('carol');
    carol.type('bye TALK 0');
    await arrived();
    carol.news();
    carol.type(`join ${token} carol`);
    await arrived();
    expect(carol.news()).toEqual([`who? ${token}`]);
    alice.news();
  });
});

describe('the limit of messages in a second', () => {
  it.each(['the same port', 'another port'])(
    'belongs to the place: to leave and join again from %s does not evade it',
    async from => {
      const { raw, clock } = open();
      const [alice, bob] = await aliceAndBob(raw);
      let member = alice;
      for (let talk = 0; talk < 5; talk++) {
        for (let nth = 1; nth <= 60; nth++) member.type(`say TALK ${nth} evaded`);
        member.type('bye TALK 60');
        await arrived();
        clock.moveTo(clock.now() + 1);
        if (from === 'another port') member = raw();
        await member.join('alice');
      }
      const heard = bob.news().filter(word => word.endsWith('evaded'));
      expect(heard).toHaveLength(100);
    },
  );

  it('does not keep the last of a long burst from being known', async () => {
    const { raw, pass } = open();
    const [alice, bob] = await aliceAndBob(raw);
    for (let nth = 1; nth <= 3_000; nth++) alice.type(`say TALK ${nth} x`);
    await arrived();
    await pass(1_000);
    bob.news();
    alice.type('say TALK 3001 done');
    await arrived();
    expect(bob.news()).toEqual([
      expect.stringMatching(/\* 2900 missing from alice$/),
      expect.stringMatching(/\[alice\] done$/),
    ]);
  });
});

it('lets one host have only a part of the places', async () => {
  const { raw } = open({ flags: { maxPerHost: 2 } });
  const [alice] = await aliceAndBob(raw);
  const carol = raw();
  await carol.join('carol');
  expect(carol.news()).toEqual(['! Full: 2 per host']);
  const other = raw('elsewhere:1');
  await other.join('dave');
  expect(other.news()).toContain('say TALK 1 * In the room: alice, bob, dave');
  alice.type('bye TALK 0');
  await arrived();
  await carol.join('carol');
  expect(carol.news()).toContain('joined TALK 2 3');
});
