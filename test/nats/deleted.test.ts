import { jetstreamManager } from '@nats-io/jetstream';
import { expect, it, vi } from 'vitest';
import { connected } from '../../lib/nats/client.ts';
import { removeStream } from '../../lib/nats/stream.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { NatsServer } from './nats-server.ts';
import { nodeOn, wordsTo } from './room.ts';

async function withoutStream(url: string, stream: string): Promise<void> {
  const nats = await connected(url);
  await (await jetstreamManager(nats)).streams.delete(stream);
  await nats.close();
}

const membersHear = '* The log was lost: the room begins again';
const operatorsRead =
  '* The log was deleted, or has lost its end: this node begins again\n';

it('a room whose stream is deleted goes on in a new one, and says so', async test => {
  needs(test, 'nats-server');
  const { url } = await NatsServer.start(test);
  const [a, b] = await Promise.all([nodeOn(test, url), nodeOn(test, url)]);
  const [alice, bob] = [await a.join('alice'), await b.join('bob')];
  alice.write('before\n');
  await bob.heard.until('[alice] before\n');
  await withoutStream(url, 'duplex-modes_tea');
  for (const { heard } of [alice, bob]) await heard.until(membersHear);
  for (const { program } of [a, b]) await program.out.until(operatorsRead);
  await alice.heard.until('* bob joined (');
  await bob.heard.until('* alice joined (');
  const [carol, dave] = [await a.join('carol'), await b.join('dave')];
  for (let nth = 1; nth <= 20; nth++) {
    alice.write(`from A ${nth}\n`);
    bob.write(`from B ${nth}\n`);
  }
  for (const { heard } of [carol, dave]) {
    await heard.until('[alice] from A 20\n');
    await heard.until('[bob] from B 20\n');
  }
  expect(wordsTo(dave)).toEqual(wordsTo(carol));
  expect(wordsTo(dave)).toHaveLength(40);
  const again = await b.join('alice');
  expect(again.heard.text).toContain('! Taken: alice is here already');
});

it('a room whose NATS comes back without its disk begins again', async test => {
  takesLong(test);
  needs(test, 'nats-server');
  const nats = await NatsServer.start(test);
  const [a, b] = [await nodeOn(test, nats.url), await nodeOn(test, nats.url)];
  const [alice, bob] = [await a.join('alice'), await b.join('bob')];
  for (let nth = 1; nth <= 20; nth++) alice.write(`before ${nth}\n`);
  await bob.heard.until('[alice] before 20\n');
  await nats.kill();
  await nats.startEmpty();
  for (const { heard } of [alice, bob]) await heard.until(membersHear);
  await alice.heard.until('* bob joined (');
  await bob.heard.until('* alice joined (');
  bob.write('after\n');
  await alice.heard.until('[bob] after\n');
});

it('a stream that is gone already leaves no link behind', async test => {
  needs(test, 'nats-server');
  const { url } = await NatsServer.start(test);
  const links = () =>
    process.getActiveResourcesInfo().filter(what => what === 'TCPSocketWrap').length;
  const before = links();
  await expect(removeStream({ url, room: 'nowhere' })).rejects.toThrow(
    'stream not found',
  );
  await vi.waitFor(() => expect(links()).toBeLessThanOrEqual(before));
});
