import { describe, expect, it } from 'vitest';
import { memory } from '../chaos/rest.ts';
import { withLong } from '../long.ts';
import { aliceAndBob, arrived, hello, open } from './place.ts';

/** What this process holds, in MiB, when nothing of it is garbage. */
async function held(): Promise<number> {
  await arrived();
  return memory();
}

describe('an attacker who forges the address of another', () => {
  it('cannot join, and the other gets fewer bytes than were sent', async () => {
    const { raw } = open();
    // The same address for both: mallory can send as alice, and does not hear what alice is told.
    const alice = raw();
    let sent = 0;
    for (const words of [
      hello,
      'join 000000000000000000000 alice',
      'say 00000000 1 hi\n',
      'beat 00000000 abcd\n',
      'bye 00000000 7\n',
      'hello',
      'hello, may I come in, please?',
      '',
      '! no',
      'who?\n',
      'who? 00000000\n',
      'x'.repeat(1_000),
    ]) {
      alice.type(words);
      sent += words.length;
    }
    await arrived();
    expect(alice.bytes).toBeLessThanOrEqual(sent);
    expect(alice.news().filter(word => word.startsWith('joined'))).toEqual([]);
  });

  it('cannot use a token that was sent to another port', async () => {
    const { raw } = open();
    const [alice, mallory] = [raw(), raw()];
    const token = await alice.token();
    mallory.type(`join ${token} alice\n`);
    await arrived();
    expect(mallory.news()).toEqual([`who? ${token}`]);
  });
});

describe('a flood', () => {
  it('of datagrams from strangers leaves nothing behind', async () => {
    const all = withLong ? 20_000 : 8_000;
    const { raw } = open();
    const stranger = raw();
    const before = await held();
    for (let count = 0; count < all; count++) {
      stranger.type(count % 2 === 0 ? hello : `say 00000000 ${count} \u0000`);
      if (count % 1_000 === 0) await arrived(1);
    }
    await arrived();
    expect(stranger.news()).toHaveLength(all);
    expect((await held()) - before).toBeLessThan(all / 1_000);
  });

  it('of 3,000 joins from as many addresses leaves as many members as there is room for', async () => {
    const { raw, pass } = open({ limit: 100 });
    const guests = Array.from({ length: 3_000 }, () => raw());
    for (const [index, guest] of guests.entries()) {
      guest.type(hello);
      await arrived(2);
      guest.type(`join ${guest.news()[0]?.slice('token '.length)} guest${index}\n`);
    }
    await arrived();
    const heard = guests.map(guest => guest.news()[0]);
    expect(heard.filter(word => word === 'joined TALK 2 3')).toHaveLength(100);
    expect(heard.filter(word => word === '! Full: 100 at a time')).toHaveLength(2_900);
    // All are silent: after the longest silence their places are free.
    await pass(8_000);
    const last = raw();
    await last.join('last');
    expect(last.news()).toContain('say TALK 1 * In the room: last');
  });

  it('of beats from a member is heard, and answered with nothing', async () => {
    const { raw } = open();
    const alice = raw();
    await alice.join('alice');
    alice.news();
    for (let count = 0; count < 10_000; count++) alice.type(`beat TALK ${count % 2}`);
    await arrived();
    expect(alice.news()).toEqual([]);
  });

  it('of messages is heard up to a hundred in a second, and the rest is reported as missing', async () => {
    const { raw, pass } = open();
    const [alice, bob] = await aliceAndBob(raw);
    for (let nth = 1; nth <= 5_000; nth++) alice.type(`say TALK ${nth} x`);
    await arrived();
    expect(bob.news()).toHaveLength(100);
    await pass(1_000);
    bob.news();
    alice.type('say TALK 5001 done');
    await arrived();
    expect(bob.news()).toEqual([
      expect.stringMatching(/^say TALK \d+ \* 4900 missing from alice$/),
      expect.stringMatching(/^say TALK \d+ \[alice\] done$/),
    ]);
  });

  it('of beats that tell of ever more messages becomes no flood of notices', async () => {
    const { raw } = open();
    const [alice, bob] = await aliceAndBob(raw);
    for (let nth = 1; nth <= 5_000; nth++) alice.type(`beat TALK ${nth}`);
    await arrived();
    expect(bob.news()).toHaveLength(100);
  });

  it('of datagrams that are not of the grammar changes nothing', async () => {
    const { raw } = open();
    const alice = raw();
    await alice.join('alice');
    alice.news();
    for (const bytes of [
      new Uint8Array(65_507),
      new Uint8Array(1),
      Buffer.from('say'),
      Buffer.alloc(65_507, 'A'),
    ])
      alice.type(bytes);
    await arrived();
    expect(alice.news()).toEqual([]);
  });
});
