import { expect, it, onTestFinished } from 'vitest';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import type { Connection } from '../../lib/connection/connection.ts';
import { anything } from '../../lib/connection/discipline.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { memoryListener } from '../../lib/transport/memory/memory.ts';
import { connect, listen } from '../../lib/transport/tcp/tcp.ts';
import { codec, someTasks } from './pair.ts';
import { Stranger } from './stranger.ts';

/** A server in memory, and the strangers that call it. */
function server(limit: number, full?: string) {
  const listener = memoryListener('memory');
  const clock = new VirtualClock();
  const acceptor = new Acceptor({
    limit,
    ...(full === undefined ? {} : { full }),
  }).at(listener.wires, wire => ({ wire, codec, clock, role: 'callee' }));
  return { listener, clock, acceptor, call: () => new Stranger(listener.connect()) };
}

async function take(acceptor: Acceptor, count: number): Promise<Connection[]> {
  const taken: Connection[] = [];
  for await (const connection of acceptor) {
    taken.push(connection.start(anything));
    if (taken.length === count) break;
  }
  return taken;
}

it('tells one too many that it is full, and lets the next in when one has left', async () => {
  const { acceptor, call } = server(1, '! Full: try again later');
  const first = call();
  const [inside] = await take(acceptor, 1);
  const second = call();
  await second.hears('ended');
  expect(second.heard).toBe('! Full: try again later\n');
  first.wire.end();
  inside?.end();
  await inside?.closed;
  // The second has not gone yet: it was never inside, and takes nobody's place.
  expect(second.events).not.toContain('closed');
  const third = call();
  const [next] = await take(acceptor, 1);
  await next?.send('welcome');
  await third.until(() => third.heard === 'welcome\n');
});

it('says nothing to one too many where the mode says nothing', async () => {
  const { call } = server(1);
  const [, peer] = [call(), call()];
  await peer.hears('ended');
  expect(peer.heard).toBe('');
});

it('keeps the limit while the server is busy with somebody else', async () => {
  const { acceptor, call } = server(2, '! Full');
  const peers = [call(), call(), call(), call()];
  await Promise.all(peers.slice(2).map(peer => peer.hears('ended')));
  expect(peers.map(peer => peer.heard)).toEqual(['', '', '! Full\n', '! Full\n']);
  expect(await take(acceptor, 2)).toHaveLength(2);
});

it('drops those over the limit while as many are being told that it is full', async () => {
  const { call, clock } = server(2, '! Full');
  const peers = Array.from({ length: 6 }, call);
  await someTasks();
  const told = ['ended'];
  const dropped = ['reset', 'closed'];
  expect(peers.map(({ events }) => events)).toEqual([
    ...[[], []],
    ...[told, told],
    ...[dropped, dropped],
  ]);
  // The two that were told stay, and are dropped after a second. Then the next is told.
  clock.moveTo(1_000);
  await someTasks();
  const next = call();
  await someTasks();
  expect(next.heard).toBe('! Full\n');
});

it('says goodbye to no more than its limit when it has stopped', async () => {
  const { acceptor, call } = server(1);
  void acceptor.stop('* Bye');
  const peers = [call(), call()];
  await someTasks();
  expect(peers.map(({ heard }) => heard)).toEqual(['* Bye\n', '']);
  expect(peers[1]?.events).toEqual(['reset', 'closed']);
});

it('says goodbye to all when it stops, also to those not taken yet', async () => {
  const { acceptor, call, listener } = server(10);
  const peers = [call(), call()];
  const [taken] = await take(acceptor, 1);
  const stopped = acceptor.stop('* The server closes');
  const late = call();
  await Promise.all([...peers, late].map(peer => peer.hears('ended')));
  for (const peer of [...peers, late]) {
    expect(peer.heard).toBe('* The server closes\n');
    peer.wire.end();
  }
  await Promise.all([stopped, taken?.closed, listener.close()]);
  // The loop of the server comes to its end: the one left is already dismissed.
  for await (const connection of acceptor) {
    connection.start(anything);
    expect(await connection.receive()).toBeUndefined();
  }
});

it('stops within a second, even if a peer does not leave', async () => {
  const { acceptor, call, clock } = server(10);
  const peer = call();
  await take(acceptor, 1);
  const stopped = acceptor.stop('* Bye');
  await peer.hears('ended');
  clock.moveTo(1_000);
  await stopped;
  await peer.hears('reset');
});

it('waits, when it stops, for those that arrive meanwhile: each has its own second', async () => {
  const { acceptor, call, clock } = server(10);
  const peer = call();
  await take(acceptor, 1);
  let settled = false;
  const stopped = acceptor.stop('* Bye').then(() => {
    settled = true;
  });
  clock.moveTo(600);
  const late = call();
  await late.hears('ended');
  peer.wire.end();
  await peer.hears('closed');
  await someTasks();
  expect(settled).toBe(false);
  clock.moveTo(1_599);
  await someTasks();
  expect(settled).toBe(false);
  clock.moveTo(1_600);
  await stopped;
  await late.hears('reset');
  expect(clock.next).toBeUndefined();
});

it('drops all at once: those inside, those not taken yet, those refused', async () => {
  const { acceptor, call } = server(2, '! Full');
  const peers = [call(), call(), call()];
  await take(acceptor, 1);
  await peers[2]?.hears('ended');
  acceptor.drop();
  await Promise.all(peers.map(peer => peer.hears('closed')));
  expect(peers.every(peer => peer.events.includes('reset'))).toBe(true);
  await acceptor.stop();
});

it('lets the server leave its loop, and come back to it', async () => {
  const { acceptor, call } = server(10);
  call();
  expect(await take(acceptor, 1)).toHaveLength(1);
  call();
  call();
  expect(await take(acceptor, 2)).toHaveLength(2);
});

it('frees the place of a caller that reset before it was taken, once it is', async () => {
  const listener = await listen();
  const clock = new VirtualClock();
  const acceptor = new Acceptor({ limit: 1 }).at(listener.wires, wire => ({
    wire,
    codec,
    clock,
    role: 'callee',
  }));
  onTestFinished(async () => {
    acceptor.drop();
    await listener.close();
  });
  const port = Number(listener.address.split(':').at(-1));
  (await connect('127.0.0.1', port)).destroy();
  await someTasks();
  const [gone] = await take(acceptor, 1);
  expect(await gone?.receive()).toBeUndefined();
  await gone?.closed;
  const next = await connect('127.0.0.1', port);
  onTestFinished(() => next.destroy());
  const [here] = await take(acceptor, 1);
  expect(here?.peer).toContain('127.0.0.1:');
});
