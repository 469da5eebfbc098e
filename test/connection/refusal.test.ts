import { describe, expect, it } from 'vitest';
import { anything, type Discipline } from '../../lib/connection/discipline.ts';
import { tcp } from '../conformance/links.ts';
import { withLong } from '../long.ts';
import { endOf, opened, someTasks, worlds } from './pair.ts';
import { Stranger } from './stranger.ts';

const refusal = '! Too long: over the limit of 4096 bytes';

const strict: Discipline = {
  ...anything,
  bad: () => ({ kind: 'message', refused: 'too long', reply: refusal, dismiss: true }),
};

it('reaches a peer that has sent 32 KiB in one go, in each of many rounds', async () => {
  for (let round = 0; round < (withLong ? 200 : 50); round++) {
    const { near, far, close } = await tcp();
    const { connection } = endOf(far);
    connection.start(strict);
    const peer = new Stranger(near);
    peer.write(Buffer.alloc(32_768, 'x'));
    await peer.hears('ended');
    expect(peer.heard).toBe(`${refusal}\n`);
    peer.wire.end();
    await connection.closed;
    expect(peer.events).not.toContain('reset');
    await close();
  }
});

it('reaches a peer that fills the network before it is dismissed unread', async () => {
  for (let round = 0; round < (withLong ? 50 : 10); round++) {
    const { near, far, close } = await tcp();
    const { connection } = endOf(far);
    const peer = new Stranger(near);
    peer.write(Buffer.alloc(32_768, 'x'));
    await someTasks(round % 5);
    connection.dismiss('! Full: try again later');
    await peer.hears('ended');
    expect(peer.heard).toBe('! Full: try again later\n');
    peer.wire.end();
    await connection.closed;
    expect(connection.ending).toBe('ended');
    await close();
  }
});

describe.each(worlds)('a dismissal over $name', ({ open }) => {
  it('waits a second, and not longer, for a peer that never ends', async () => {
    const { near, far } = await opened(open);
    const { connection, clock, record } = endOf(far);
    connection.start(anything);
    const peer = new Stranger(near);
    connection.dismiss('! Bye');
    await peer.hears('ended');
    clock.moveTo(999);
    peer.write('still talking\n');
    await someTasks();
    expect(peer.events).toEqual(['ended']);
    clock.moveTo(1_000);
    await connection.closed;
    expect(record).toEqual([
      'opened peer',
      'sent self refusal ! Bye',
      'ended self',
      'reset self',
      'closed self',
    ]);
    expect(clock.next).toBeUndefined();
  });

  it('drops a peer that floods, at 64 KiB', async () => {
    const { near, far } = await opened(open);
    let bytes = 0;
    const { connection } = endOf(far, {
      observe: ({ what, by, size = 0 }) => {
        if (what === 'chunk' && by === 'peer') bytes += size;
      },
    });
    connection.start(anything);
    const peer = new Stranger(near);
    connection.dismiss('! Bye');
    await peer.hears('ended');
    while (!peer.events.includes('closed')) {
      peer.write(Buffer.alloc(4_096, 10));
      await someTasks(1);
    }
    await connection.closed;
    expect(bytes).toBeGreaterThan(65_536);
    expect(bytes).toBeLessThan(65_536 + 131_072);
  });

  it('drops a peer that reads nothing and says nothing', async () => {
    const { near, far } = await opened(open);
    const { connection, clock } = endOf(far);
    connection.start(anything);
    near.pause();
    new Stranger(near);
    while (connection.trySend('x'.repeat(4_000)));
    connection.dismiss('! Bye');
    await someTasks();
    clock.moveTo(1_000);
    await connection.closed;
  });

  it('says its last words though there is no space', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start(anything);
    near.pause();
    const peer = new Stranger(near);
    while (connection.trySend('x'.repeat(4_000)));
    connection.dismiss('! Too slow');
    near.resume();
    await peer.hears('ended');
    expect(peer.heard.endsWith('x\n! Too slow\n')).toBe(true);
  });

  it('hears no message any more, but hands out those that came before', async () => {
    const { near, far } = await opened(open);
    const { connection, record } = endOf(far);
    connection.start({
      ...anything,
      message: text =>
        text === '/quit'
          ? { kind: 'control', reply: '* Goodbye', dismiss: true }
          : { kind: 'message' },
    });
    const peer = new Stranger(near);
    peer.write('one\n/quit\ntwo\n');
    await peer.hears('ended');
    peer.write('three\nfou');
    peer.wire.end();
    await connection.closed;
    expect((await connection.receive())?.text).toBe('one');
    expect(await connection.receive()).toBeUndefined();
    expect(peer.heard).toBe('* Goodbye\n');
    expect(record).toEqual([
      'opened peer',
      'received peer message one',
      'received peer control /quit',
      'sent self notice * Goodbye',
      'ended self',
      'ended peer',
      'closed self',
    ]);
  });

  it('continues to read after more messages than the program has taken', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start({
      ...anything,
      message: text => ({ kind: 'message', dismiss: text === 'leave' }),
    });
    const peer = new Stranger(near);
    peer.write(`${'message\n'.repeat(200)}leave\n`);
    // What follows too many unread messages is heard when the program takes some of them.
    for (let taken = 0; taken < 180; taken++) await connection.receive();
    await peer.hears('ended');
    peer.wire.end();
    await connection.closed;
    expect(connection.ending).toBe('ended');
  });

  it('reads on though the program had let the messages pile up', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start(anything);
    const peer = new Stranger(near);
    for (let count = 0; count < 200; count++) {
      peer.write('message\n');
      await someTasks(1);
    }
    connection.dismiss('! Bye');
    await peer.hears('ended');
    peer.wire.end();
    await connection.closed;
    expect(connection.ending).toBe('ended');
  });
});
