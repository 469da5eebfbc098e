import { describe, expect, it } from 'vitest';
import type { Caller } from '../hub/caller.ts';
import { members, settled } from './members.ts';
import { rooms } from './rooms.ts';

describe.each(rooms)('in $name, a room', ({ room }) => {
  it('says who is in it, and passes words on to all others', async () => {
    const place = await room();
    const alice = await place.enter('Alice');
    await alice.hears('* In the room: Alice');
    const bob = await place.enter('bob');
    await bob.hears('* In the room: Alice, bob');
    alice.says('Hi', '//quit', '  spaces kept  ');
    await bob.hears('[Alice] Hi', '[Alice] /quit', '[Alice]   spaces kept  ');
    bob.says('/who');
    await bob.hears('* In the room: Alice, bob');
    await alice.hearsNothing();
  });

  it('asks again for a name that is taken or bad, and nobody notices', async () => {
    const place = await room();
    const [alice] = await members(place, 'Alice');
    const late = await place.call();
    late.says('aLiCe', 'room', 'x y', 'late');
    await late.hears(
      '* Your name?',
      '! Taken: aLiCe is here already. Your name?',
      '! Reserved name: room. Your name?',
      '! Invalid name: use 1 to 24 letters, digits, _ or -, a letter first, from one alphabet, at most 64 bytes. Your name?',
      '* In the room: Alice, late',
    );
    await alice.hears('* late joined (2 here)');
    await alice.hearsNothing();
  });

  it('writes a name in one form, whatever form it came in', async () => {
    const place = await room();
    const [alice] = await members(place, 'alice');
    await place.enter('Zoe\u0308');
    await alice.hears('* Zo\u00eb joined (2 here)');
  });

  it('takes a name and the words after it from one chunk', async () => {
    const place = await room();
    const [alice] = await members(place, 'alice');
    const bob = await place.call();
    bob.writes('bob\nhello\n/quit\nnever\n');
    await alice.hears('* bob joined (2 here)', '[bob] hello');
    await bob.hears('* Your name?', '* In the room: alice, bob', '* Goodbye');
    await bob.hearsTheEnd();
    await settled(place, []);
    await alice.hears('* bob left (1 here)');
  });

  it.each<[string, (bob: Caller) => void]>([
    ['/quit', bob => bob.says('/quit')],
    ['FIN', bob => bob.wire.end()],
    ['RST', bob => bob.wire.destroy()],
    ['a line that is too long', bob => bob.writes('x'.repeat(5_000))],
  ])('announces once who left by %s, and the name is free', async (_, leave) => {
    const place = await room();
    const [alice, bob, carol] = await members(place, 'alice', 'bob', 'carol');
    leave(bob);
    await alice.hears('* bob left (2 here)');
    await carol.hears('* bob left (2 here)');
    const again = await place.enter('bob');
    await again.hears('* In the room: alice, carol, bob');
    place.clock.moveTo(place.clock.now() + 100);
    await alice.hears('* bob joined (3 here)');
    await alice.hearsNothing();
    await again.hearsNothing();
  });

  it('lets nobody hear a newcomer before the notice of its coming', async () => {
    const place = await room();
    const [alice] = await members(place, 'alice');
    const [ben, cyd] = [await place.enter('ben'), await place.enter('cyd')];
    await cyd.hears('* In the room: alice, ben, cyd');
    cyd.says('first words', 'and more');
    await alice.hears(
      '* ben joined (2 here)',
      '* cyd joined (3 here)',
      '[cyd] first words',
      '[cyd] and more',
    );
    await ben.hearsAtLast('[cyd] first words');
  });

  it('announces a storm in one line', async () => {
    const place = await room();
    const [alice] = await members(place, 'alice');
    const crowd: Caller[] = [];
    for (let count = 0; count < 50; count++) {
      const caller = await place.enter(`m${count}`);
      crowd.push(caller);
      await caller.next();
    }
    await alice.hears('* m0 joined (2 here)');
    place.clock.moveTo(place.clock.now() + 100);
    await alice.hears('* m1, m2 and 47 more joined (51 here)');
    await settled(place, []);
    for (const caller of crowd) caller.says('/quit');
    for (const caller of crowd) {
      while ((await caller.next()) !== '* Goodbye');
    }
    place.clock.moveTo(place.clock.now() + 100);
    const said = await alice.rest();
    expect(said).toHaveLength(2);
    expect(said[1]).toMatch(/^\* \w+, \w+ and 47 more left \(1 here\)$/);
  });

  it('lists at most 1,000 bytes of names, and how many more there are', async () => {
    const place = await room();
    const [alice] = await members(place, 'alice');
    for (let count = 10; count < 70; count++) {
      const name = `m${count}`.padEnd(24, 'x');
      await (await place.enter(name)).next();
    }
    await settled(place, [alice]);
    alice.says('/who');
    const line = await alice.next();
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(1_000);
    expect(Buffer.byteLength(line)).toBeGreaterThan(950);
    const [, names = '', more] =
      /^\* In the room: (.*) … and (\d+) more$/.exec(line) ?? [];
    expect(names.split(', ').length + Number(more)).toBe(61);
  });

  it('gives all the same order, and nobody their own words', async () => {
    const place = await room();
    const [alice, bob, carol] = await members(place, 'alice', 'bob', 'carol');
    for (let count = 0; count < 100; count++) {
      alice.says(`a${count}`);
      bob.says(`b${count}`);
    }
    alice.says('end');
    bob.says('end');
    const heard: string[] = [];
    while (heard.filter(line => line.endsWith('end')).length < 2)
      heard.push(await carol.next());
    const without = (name: string) =>
      heard.filter(line => !line.startsWith(`[${name}]`));
    expect(heard).toHaveLength(202);
    await alice.hears(...without('alice'));
    await bob.hears(...without('bob'));
    expect(without('alice').slice(0, -1)).toEqual(
      Array.from({ length: 100 }, (_, count) => `[bob] b${count}`),
    );
  });

  it('says goodbye to all when it stops, newcomers as well', async () => {
    const place = await room();
    const [alice, bob] = await members(place, 'alice', 'bob');
    const newcomer = await place.call();
    await newcomer.hears('* Your name?');
    alice.says('One last thing');
    await bob.hears('[alice] One last thing');
    place.stop();
    for (const caller of [alice, bob, newcomer]) {
      await caller.hears('* The room closes');
      await caller.hearsTheEnd();
      caller.wire.end();
    }
  });
});
