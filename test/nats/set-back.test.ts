import { jetstreamManager } from '@nats-io/jetstream';
import { expect, it } from 'vitest';
import { connected } from '../../lib/nats/client.ts';
import { Unread } from '../../lib/nats/unread.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { NatsServer } from './nats-server.ts';
import { impatient, nodeOn, wordsTo } from './room.ts';

async function purged(url: string): Promise<void> {
  const nats = await connected(url);
  await (await jetstreamManager(nats)).streams.purge('duplex-modes_tea');
  await nats.close();
}

it('a room whose log has lost its end begins again, and repeats nothing', async test => {
  takesLong(test);
  needs(test, 'nats-server');
  const nats = await NatsServer.start(test);
  const [a, b] = [await nodeOn(test, nats.url), await nodeOn(test, nats.url)];
  const [alice, bob] = [await a.join('alice'), await b.join('bob')];
  alice.write('kept\n');
  await bob.heard.until('[alice] kept\n');
  nats.copyDisk();
  for (let nth = 1; nth <= 20; nth++) {
    alice.write(`lost ${nth}\n`);
    await bob.heard.until(`[alice] lost ${nth}\n`);
  }
  await nats.kill();
  await nats.startFromCopy();
  for (const { heard } of [alice, bob]) await heard.until('* The log was lost');
  for (const { heard } of [alice, bob]) await heard.until('* Back:');
  alice.write('after\n');
  await bob.heard.until('[alice] after\n');
  bob.write('and you?\n');
  await alice.heard.until('[bob] and you?\n');
  expect(wordsTo(bob).filter(line => line === '[alice] kept')).toHaveLength(1);
});

it('a node that comes after the log was purged knows who is there, and hears them', async test => {
  needs(test, 'nats-server');
  const { url } = await NatsServer.start(test);
  const a = await nodeOn(test, url, impatient);
  const alice = await a.join('alice');
  alice.write('Is anybody here?\n');
  await purged(url);
  const b = await nodeOn(test, url, impatient);
  const carol = await b.join('carol');
  await carol.heard.until(/alice/);
  alice.write('Hi\n');
  await carol.heard.until('[alice] Hi\n');
  carol.write('Hello\n');
  await alice.heard.until('[carol] Hello\n');
});

it('a batch that was removed before its node has read it is not waited for', async () => {
  const removed: number[] = [];
  const unread = new Unread({
    isRead: seq => removed.includes(seq),
    isThere: async () => false,
    removed: async seq => void removed.push(seq),
  });
  await unread.acknowledged(7);
  expect(removed).toEqual([7]);
});
