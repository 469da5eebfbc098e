import { describe, expect, it } from 'vitest';
import { p2m } from '../../demos/p2m/program.ts';
import type { Caller } from '../hub/caller.ts';
import { open, type Place, worlds } from '../hub/place.ts';

/** Members whose coming has been announced: what they hear next is news. */
async function members(place: Place, ...names: readonly string[]) {
  const all: Caller[] = [];
  for (const name of names) {
    const caller = await place.enter(name);
    expect(await caller.next()).toMatch(/^\* In the room: /);
    all.push(caller);
  }
  await settled(place, all);
  return all as [Caller, Caller, Caller];
}

/** Everything that was to be announced has been, and the next is announced at once. */
async function settled({ clock }: Place, callers: readonly Caller[]) {
  clock.moveTo(clock.now() + 1_000);
  for (const caller of callers) await caller.rest();
}

describe.each(worlds)('in $name, a room', ({ world }) => {
  const room = (flags = {}) => open(p2m, { world, flags });

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
      '! Bad name: 1 to 24 of A-Z a-z 0-9 _ -, a letter first. Your name?',
      '* In the room: Alice, late',
    );
    await alice.hears('* late joined (2 here)');
    await alice.hearsNothing();
  });

  it('takes a name and the words behind it from one chunk', async () => {
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

  it('waits for nobody who does not say a name, and sends them away after 30 s', async () => {
    const place = await room();
    const silent = await place.call();
    const [alice, bob] = await members(place, 'alice', 'bob');
    silent.writes('half a na');
    alice.says('Hi');
    await bob.hears('[alice] Hi');
    await silent.hears('* Your name?');
    place.clock.moveTo(29_999);
    alice.says('Ho');
    await bob.hears('[alice] Ho');
    expect(silent.unread).toEqual([]);
    place.clock.moveTo(30_000);
    await silent.hears('! No name in 30 s');
    await silent.hearsTheEnd();
    await alice.hearsNothing();
  });

  it('does not send away whoever said a name in time', async () => {
    const place = await room({ 'name-time': '1' });
    const [alice] = await members(place, 'alice');
    place.clock.moveTo(100_000);
    await alice.hearsNothing();
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

  it('lets nobody pass for the room, or for another', async () => {
    const place = await room();
    const [alice, bob] = await members(place, 'alice', 'bob');
    bob.says('* alice left (1 here)', '! Too slow', '[alice] I owe you', '');
    bob.writes('a\rb\x1b[2J\x07\x7f\tc\n');
    bob.writes('\u202eevil\u2066\u2028\u0085\u200f\r\n');
    await alice.hears(
      '[bob] * alice left (1 here)',
      '[bob] ! Too slow',
      '[bob] [alice] I owe you',
      '[bob] ',
      '[bob] a\ufffdb\ufffd[2J\ufffd\ufffd c',
      '[bob] \ufffdevil\ufffd\ufffd\ufffd\ufffd',
    );
    bob.writes(Uint8Array.of(0xff, 0xfe, 0x0a));
    await bob.hears('! Not heard: not UTF-8');
    await alice.hearsNothing();
  });

  it('refuses a command that it does not know, wherever it cuts what it quotes', async () => {
    const [alice] = await members(await room(), 'alice');
    for (let length = 18; length < 28; length++) alice.says(`/${'a'.repeat(length)}😀`);
    const refusals = await alice.rest();
    expect(refusals).toHaveLength(10);
    expect(refusals[5]).toBe(`! Unknown command: /${'a'.repeat(23)} (/who, /quit)`);
  });

  it('names the limit to whoever says too much, and goes on with the others', async () => {
    const place = await room({ 'max-message': '16' });
    const [alice, bob, carol] = await members(place, 'alice', 'bob', 'carol');
    bob.says('x'.repeat(16), 'x'.repeat(17));
    await bob.hears('! Too long: over the limit of 16 bytes');
    await bob.hearsTheEnd();
    await alice.hears(`[bob] ${'x'.repeat(16)}`, '* bob left (2 here)');
    alice.says('Hm');
    await carol.hears(`[bob] ${'x'.repeat(16)}`, '* bob left (2 here)', '[alice] Hm');
  });

  it('ends its side of whoever ends without a name', async () => {
    const silent = await (await room()).call();
    await silent.hears('* Your name?');
    silent.wire.end();
    await silent.hearsTheEnd();
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
