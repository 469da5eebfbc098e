import { expect, it } from 'vitest';
import { fullDuplex } from '../../lib/modes/full-duplex.ts';
import { judged, limit, line, quiet } from './raw-peer.ts';

it('hears and speaks at the same time, in any order', async () => {
  const made = line('callee');
  const both = fullDuplex(made.connection);
  await both.send('one');
  await made.peer.writes('a\nb\n');
  await both.send('two');
  expect([(await both.receive())?.text, (await both.receive())?.text]).toEqual([
    'a',
    'b',
  ]);
  await quiet();
  expect(made.peer.heard).toEqual(['one', 'two']);
});

it('says what it did not hear, and goes on', async () => {
  const made = line('callee');
  const both = fullDuplex(made.connection);
  await made.peer.writes(Uint8Array.from([0xff, 10]));
  await made.peer.writes('a\n');
  expect((await both.receive())?.text).toBe('a');
  expect(made.peer.heard).toEqual(['! Rejected: not UTF-8']);
});

it('disconnects a peer that says too much', async () => {
  const made = line('callee');
  const both = fullDuplex(made.connection);
  await made.peer.writes(`${'x'.repeat(limit + 1)}\nb\n`);
  expect(await both.receive()).toBeUndefined();
  expect(made.peer.heard).toEqual(['! Rejected: over the limit of 128 bytes']);
  expect(made.peer.ended).toBe(true);
  expect(judged(made)).toHaveLength(1);
});
