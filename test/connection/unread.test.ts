import { describe, expect, it } from 'vitest';
import type { Connection } from '../../lib/connection/connection.ts';
import { anything } from '../../lib/connection/discipline.ts';
import type { WireEvents } from '../../lib/connection/wire.ts';
import { but } from '../conformance/but.ts';
import { memory } from '../conformance/links.ts';
import { endOf, opened, someTasks, worlds } from './pair.ts';
import { Stranger } from './stranger.ts';

const words = 'x'.repeat(4_000);

/**
 * Says as much as finds space. The kernels of both ends take some megabytes, the last of them a
 * little later, so nothing is full before there was no space for a while.
 */
async function fill(connection: Connection): Promise<void> {
  for (let refused = 0; refused < 20; refused++) {
    if (connection.trySend(words)) refused = 0;
    else await someTasks();
  }
}

describe.each(worlds)('a peer over $name that has ended and does not read', world => {
  /** One end, and a peer that reads nothing before it is told to. */
  async function unread() {
    const { near, far } = await opened(world.open);
    const { connection, clock, record } = endOf(far);
    connection.start(anything);
    near.pause();
    const peer = new Stranger(near);
    const ends = async () => {
      near.end();
      await connection.heardLast;
    };
    return { connection, clock, record, peer, ends };
  }

  it('is dropped 10 s after our own end, and its place is free', async () => {
    const { connection, clock, record, ends } = await unread();
    await fill(connection);
    await ends();
    connection.end();
    clock.moveTo(9_999);
    await someTasks();
    expect(record.at(-1)).toBe('ended self');
    clock.moveTo(10_000);
    await connection.closed;
    expect(record.slice(-2)).toEqual(['reset self', 'closed self']);
    expect(clock.next).toBeUndefined();
  });

  it('is dropped as well where it ended last', async () => {
    const { connection, clock, ends } = await unread();
    await fill(connection);
    connection.end();
    clock.moveTo(60_000);
    await ends();
    clock.moveTo(70_000);
    await connection.closed;
  });

  it('keeps no program waiting for space', async () => {
    const { connection, clock, ends } = await unread();
    await ends();
    clock.moveTo(60_000);
    await fill(connection);
    const sending = connection.send(words);
    clock.moveTo(70_000);
    await sending;
    await connection.closed;
  });

  it('has as long as it likes as soon as it reads', async () => {
    const { connection, clock, peer, ends } = await unread();
    await fill(connection);
    await ends();
    const sending = connection.send(words);
    clock.moveTo(9_999);
    peer.wire.resume();
    await sending;
    connection.end();
    await connection.closed;
    await peer.hears('closed');
    expect(peer.events).not.toContain('reset');
    expect(clock.next).toBeUndefined();
  });

  it('has as long as it likes where nothing waits for it', async () => {
    const { connection, clock, peer, ends } = await unread();
    await ends();
    clock.moveTo(3_600_000);
    peer.wire.resume();
    expect(connection.trySend('an answer, an hour later')).toBe(true);
    connection.end();
    await peer.hears('ended');
    expect(peer.heard).toBe('an answer, an hour later\n');
  });
});

it.each(worlds)('a peer over $name that has not ended is waited for', async world => {
  const { near, far } = await opened(world.open);
  const { connection, clock } = endOf(far);
  connection.start(anything);
  near.pause();
  const peer = new Stranger(near);
  await fill(connection);
  const sending = connection.send(words);
  clock.moveTo(3_600_000);
  near.resume();
  await sending;
  expect(peer.events).toEqual([]);
});

it.each([0, 6])('a slow reader that ended hears all, and %i more', async more => {
  const { near, far } = await opened(memory);
  const { connection, clock, record } = endOf(far);
  connection.start(anything);
  const peer = new Stranger(
    but(near, { start: events => near.start(sipping(events)) }),
  );
  for (let count = 0; count < 8; count++) connection.trySend(words);
  near.end();
  await connection.heardLast;
  const reads = async () => {
    clock.moveTo(clock.now() + 9_000);
    near.resume();
    await someTasks();
  };
  for (let count = 0; count < more; count++) {
    await reads();
    void connection.send(words);
  }
  connection.end();
  while (!peer.events.includes('closed')) await reads();
  expect(peer.heard).toHaveLength((8 + more) * (words.length + 1));
  expect(clock.now()).toBeGreaterThan(60_000);
  expect(record.slice(-2)).toEqual(['ended self', 'closed self']);

  function sipping(events: WireEvents): WireEvents {
    return {
      ...events,
      chunk(bytes) {
        near.pause();
        events.chunk(bytes);
      },
    };
  }
});
