import { describe, expect, it } from 'vitest';
import { members } from './members.ts';
import { rooms } from './rooms.ts';

describe.each(rooms)('in $name, a room among strangers', ({ room }) => {
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

  it('does not disconnect a newcomer that said a name in time', async () => {
    const place = await room({ 'name-time': '1' });
    const [alice] = await members(place, 'alice');
    place.clock.moveTo(100_000);
    await alice.hearsNothing();
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
    await bob.hears('! Rejected: not UTF-8');
    await alice.hearsNothing();
  });

  it('refuses a command that it does not know, wherever it cuts what it quotes', async () => {
    const [alice] = await members(await room(), 'alice');
    for (let length = 18; length < 28; length++) alice.says(`/${'a'.repeat(length)}😀`);
    const refusals = await alice.rest();
    expect(refusals).toHaveLength(10);
    expect(refusals[5]).toBe(`! Unknown command: /${'a'.repeat(23)} (/who, /quit)`);
  });

  it('names the limit to a member that says too much, and continues with the others', async () => {
    const place = await room({ 'max-message': '16' });
    const [alice, bob, carol] = await members(place, 'alice', 'bob', 'carol');
    bob.says('x'.repeat(16), 'x'.repeat(17));
    await bob.hears('! Too long: over the limit of 16 bytes');
    await bob.hearsTheEnd();
    await alice.hears(`[bob] ${'x'.repeat(16)}`, '* bob left (2 here)');
    alice.says('Hm');
    await carol.hears(`[bob] ${'x'.repeat(16)}`, '* bob left (2 here)', '[alice] Hm');
  });

  it('ends its side if a newcomer ends without a name', async () => {
    const silent = await (await room()).call();
    await silent.hears('* Your name?');
    silent.wire.end();
    await silent.hearsTheEnd();
  });
});
