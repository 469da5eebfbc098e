import { describe, expect, it } from 'vitest';
import { clientLimit } from '../../lib/connection/codecs.ts';
import { datagramOptions } from '../../lib/transport/udp/options.ts';
import { aliceAndBob, arrived, open } from './place.ts';

describe('a message that is too long', () => {
  it('is refused where it fills 65,507 bytes, and the next is heard', async () => {
    const { raw } = open();
    const [alice, bob] = await aliceAndBob(raw);
    alice.type(`say TALK 1 ${'x'.repeat(65_492)}`);
    alice.type(`say TALK 2 ${'x'.repeat(1_100)}`);
    await arrived();
    expect(alice.news()).toEqual([
      'say TALK 2 ! Too long: over the limit of 1100 bytes',
    ]);
    expect(bob.news()).toEqual([`say TALK 2 [alice] ${'x'.repeat(1_100)}`]);
  });

  it.each([
    [22_000, 60_000],
    [1_100, 1_100],
  ])(
    'is refused as %d control characters: clean they are three times as long',
    async (size, limit) => {
      const { raw } = open({ flags: { maxMessage: limit } });
      const [alice, bob] = await aliceAndBob(raw);
      alice.type(`say TALK 1 ${'\u0001'.repeat(size)}`);
      alice.type('say TALK 2 Still here');
      await arrived();
      expect(alice.news()).toEqual([
        `say TALK 2 ! Too long: over the limit of ${limit} bytes`,
      ]);
      expect(bob.news()).toEqual(['say TALK 2 [alice] Still here']);
    },
  );

  it('is none that the command line allows and a client does not hear', async () => {
    const { allowed = '' } = datagramOptions.maxMessage;
    const most = Number(allowed.split(' ').at(-1));
    const { raw } = open({ flags: { maxMessage: most } });
    const [alice, bob] = [raw(), raw()];
    await alice.join('a'.repeat(24));
    await bob.join('bob');
    bob.news();
    alice.type('say TALK 2 first');
    alice.type(`say TALK 1 ${'x'.repeat(most)}`);
    await arrived();
    const [, late = ''] = /^say TALK \d+ (.*)$/.exec(bob.news().at(-1) ?? '') ?? [];
    expect(late.replace(/x+$/, '')).toBe(`[${'a'.repeat(24)}] (late) `);
    expect(late.length).toBeGreaterThan(most);
    expect(late.length).toBeLessThanOrEqual(clientLimit);
  });

  it('is lost where a room makes it longer than a datagram, and ends no room', async () => {
    // More than the command line allows: a room that does not leave space for a name.
    const { raw } = open({ flags: { maxMessage: 65_490 } });
    const [alice, bob] = await aliceAndBob(raw);
    alice.type(`say TALK 1 ${'x'.repeat(65_490)}`);
    alice.type('say TALK 2 Still here');
    await arrived();
    expect(bob.news()).toEqual(['say TALK 3 [alice] Still here']);
  });
});
