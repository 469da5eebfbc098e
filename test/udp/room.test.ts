import { expect, it } from 'vitest';
import { aliceAndBob, arrived, open } from './place.ts';

it('is entered by hand as docs/protocol.md says, word for word', async () => {
  const { raw } = open();
  const alice = raw();
  const bob = raw();
  await alice.join('alice');
  expect(alice.news()).toEqual(['joined TALK 2 3', 'say TALK 1 * In the room: alice']);
  await bob.join('bob');
  alice.type('say TALK 1 Hello all!\n');
  await arrived();
  expect(bob.news()).toEqual([
    'joined TALK 2 3',
    'say TALK 1 * In the room: alice, bob',
    'say TALK 2 [alice] Hello all!',
  ]);
  alice.type('say TALK 2 /quit');
  await arrived();
  expect(alice.news()).toEqual(['say TALK 2 * Goodbye', 'bye TALK 2']);
});

it('announces a newcomer before its first words', async () => {
  const { raw } = open();
  const [alice, bob] = await aliceAndBob(raw);
  bob.type('say TALK 2 The first was lost');
  await arrived();
  expect(alice.news()).toEqual([
    'say TALK 2 * bob joined (2 here)',
    'say TALK 3 * 1 missing from bob',
    'say TALK 4 [bob] The first was lost',
  ]);
});

it('beats, and knows by the answers who is there', async () => {
  const { raw, pass } = open();
  const [alice, bob] = await aliceAndBob(raw);
  await pass(2_000);
  expect(alice.news()).toEqual([
    'say TALK 2 * bob joined (2 here)',
    'beat TALK MARK 2',
  ]);
  for (let beat = 0; beat < 3; beat++) {
    alice.type('beat TALK MARK');
    await pass(2_000);
  }
  expect(alice.news()).toContain('say TALK 3 * bob left (1 here)');
  bob.news();
  bob.type('say TALK 1 I am back\n');
  await arrived();
  expect(bob.news()).toEqual(['who? TALK']);
});

it('takes a join that comes again for the same one', async () => {
  const { raw } = open();
  const alice = raw();
  const token = await alice.join('alice');
  alice.news();
  alice.type(`join ${token} alice`);
  alice.type(`join ${token} somebody-else`);
  await arrived();
  expect(alice.news()).toEqual(['joined TALK 2 3', 'joined TALK 2 3']);
});

it('asks a member about what it does not know, and not about its talk', async () => {
  const { raw, pass } = open();
  const alice = raw();
  const token = await alice.join('alice');
  for (let second = 0; second < 32; second += 2) {
    await pass(2_000);
    alice.type('beat TALK MARK');
  }
  alice.news();
  alice.type(`join ${token} alice`);
  await arrived();
  expect(alice.news()).toEqual(['joined TALK 2 3']);
  for (const again of ['hello', 'join x', `join ${'0'.repeat(20)} alice`])
    alice.type(again);
  await arrived();
  expect(alice.news()).toEqual(['who?', 'who?', `who? ${'0'.repeat(20)}`]);
  expect(await alice.token()).toMatch(/^[0-9a-z]{20}$/);
  alice.type('say TALK 1 /who');
  await arrived();
  expect(alice.news()).toEqual([expect.stringMatching(/In the room: alice$/)]);
});

it('lets a later token replace the member at an address, and an earlier one do nothing', async () => {
  const { raw, clock } = open();
  const alice = raw();
  const first = await alice.join('alice');
  clock.moveTo(10);
  await alice.join('alice');
  await arrived();
  expect(alice.news()).toContain('say TALK 1 * In the room: alice');
  alice.type(`join ${first} alice`);
  await arrived();
  expect(alice.news()).toEqual([`who? ${first}`]);
});

it('takes the longest name, and what it says still fits into one IPv6 packet', async () => {
  const { raw } = open();
  const [alice] = await aliceAndBob(raw);
  const person = raw();
  await person.join('𞤢'.repeat(16));
  person.type(`say TALK 1 ${'x'.repeat(1_100)}`);
  await arrived();
  const said = alice.news().at(-1) ?? '';
  expect(said).toBe(`say TALK 3 [${'𞤢'.repeat(16)}] ${'x'.repeat(1_100)}`);
  // With LF, a number of ten digits, `(late) `, UDP's header and IPv6's.
  expect(alice.meant(said).length + 1 + 9 + 7 + 8 + 40).toBeLessThanOrEqual(1_280);
});

it('writes a name in one form, whatever form it came in', async () => {
  const { raw } = open();
  const person = raw();
  await person.join('Zoe\u0308');
  expect(person.news()).toContain('say TALK 1 * In the room: Zo\u00eb');
});

it('refuses a name with the reason, and says goodbye', async () => {
  const { raw } = open();
  for (const [name, why] of [
    ['', 'Invalid name'],
    ['\u001b[2J', 'Invalid name'],
    ['a b', 'Invalid name'],
    ['x'.repeat(25), 'Invalid name'],
    ['x'.repeat(60_000), 'Invalid name'],
    ['a\nb', 'Invalid name'],
    ['\u0430lice', 'Invalid name'],
    ['room', 'Reserved name'],
  ] as const) {
    const person = raw();
    await person.join(name);
    const [joined, refusal, bye] = person.news();
    expect([joined, bye]).toEqual(['joined TALK 2 3', 'bye TALK 1']);
    expect(refusal).toMatch(
      new RegExp(`^say TALK 1 ! ${why}.*Join with another name$`),
    );
  }
});

it('passes on words without control or bidi characters, and tells what is not UTF-8', async () => {
  const { raw } = open();
  const [alice, bob] = await aliceAndBob(raw);
  alice.type('say TALK 1 \u001b[2J\u202eevil\r\n[bob] hi\n');
  alice.type(Buffer.from([...alice.meant('say TALK 2 '), 0xff]));
  await arrived();
  expect(bob.news()).toEqual([
    'say TALK 2 [alice] \ufffd[2J\ufffdevil\ufffd\ufffd[bob] hi',
  ]);
  expect(alice.news()).toEqual(['say TALK 2 ! Rejected: not UTF-8']);
});

it('says goodbye to all when it stops', async () => {
  const { raw, stop } = open();
  const alice = raw();
  await alice.join('alice');
  alice.news();
  await stop();
  await arrived();
  expect(alice.news()).toEqual(['say TALK 2 * The room closes', 'bye TALK 2']);
});
