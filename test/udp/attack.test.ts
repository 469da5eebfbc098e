import { describe, expect, it } from 'vitest';
import { aliceAndBob, arrived, hello, open } from './place.ts';

/** What this process holds, in MiB, when nothing of it is garbage. */
async function held(): Promise<number> {
  await arrived();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}

describe('whoever forges the address of another', () => {
  it('cannot join, and the other gets fewer bytes than were sent', async () => {
    const { raw } = open();
    // The same address for both: mallory can send as alice, and does not hear what alice is told.
    const alice = raw();
    let sent = 0;
    for (const words of [
      hello,
      'join 000000000000000000000 alice',
      'say 1 hi\n',
      'beat\n',
      'hello',
      '',
      '! no',
      'who?\n',
      'bye\n',
      'x'.repeat(1_000),
    ]) {
      alice.type(words);
      sent += words.length;
    }
    await arrived();
    expect(alice.bytes).toBeLessThanOrEqual(sent);
    expect(alice.news().filter(word => word.startsWith('joined'))).toEqual([]);
  });

  it('cannot use a ticket that was sent to another port', async () => {
    const { raw } = open();
    const [alice, mallory] = [raw(), raw()];
    const ticket = await alice.ticket();
    mallory.type(`join ${ticket} alice\n`);
    await arrived();
    expect(mallory.news()).toEqual(['who?']);
  });
});

describe('a flood', () => {
  it('of 20,000 datagrams from strangers leaves nothing behind', async () => {
    const { raw } = open();
    const stranger = raw();
    const before = await held();
    for (let count = 0; count < 20_000; count++) {
      stranger.type(count % 2 === 0 ? hello : `say ${count} \u0000`);
      if (count % 1_000 === 0) await arrived(1);
    }
    await arrived();
    expect(stranger.news()).toHaveLength(20_000);
    expect((await held()) - before).toBeLessThan(20);
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
    expect(heard.filter(word => word === 'joined 2 3')).toHaveLength(100);
    expect(
      heard.filter(word => word === '! Full: try again later (100 at a time)'),
    ).toHaveLength(2_900);
    // All are silent: after the longest silence their places are free.
    await pass(8_000);
    const last = raw();
    await last.join('last');
    expect(last.news()).toContain('say 1 * In the room: last');
  });

  it('of beats from a member is heard, and answered with nothing', async () => {
    const { raw } = open();
    const alice = raw();
    await alice.join('alice');
    alice.news();
    for (let count = 0; count < 10_000; count++) alice.type(`beat ${count % 2}`);
    await arrived();
    expect(alice.news()).toEqual([]);
  });

  it('of words is heard up to a hundred in a second, and the rest is told as missing', async () => {
    const { raw, pass } = open();
    const [alice, bob] = await aliceAndBob(raw);
    for (let nth = 1; nth <= 5_000; nth++) alice.type(`say ${nth} x`);
    await arrived();
    expect(bob.news()).toHaveLength(100);
    await pass(1_000);
    bob.news();
    alice.type('say 5001 done');
    await arrived();
    expect(bob.news()).toEqual([
      expect.stringMatching(/^say \d+ \* 4900 missing from alice$/),
      expect.stringMatching(/^say \d+ \[alice\] done$/),
    ]);
  });

  it('of beats that tell of ever more messages becomes no flood of notices', async () => {
    const { raw } = open();
    const [alice, bob] = await aliceAndBob(raw);
    for (let nth = 1; nth <= 5_000; nth++) alice.type(`beat ${nth}`);
    await arrived();
    expect(bob.news()).toHaveLength(100);
  });

  it('of huge numbers does no more than tell one gap', async () => {
    const { raw } = open();
    const [alice, bob] = await aliceAndBob(raw);
    for (const number of [
      '4294967295',
      '4294967296',
      '99999999999999999999',
      '1',
      '-1',
      '0',
    ])
      alice.type(`say ${number} x`);
    alice.type('beat 4294967295');
    alice.type('say 4294967295 again');
    await arrived();
    expect(bob.news()).toEqual([
      'say 2 * 4294967294 missing from alice',
      'say 3 [alice] x',
    ]);
  });

  it('of datagrams that are no words changes nothing', async () => {
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
