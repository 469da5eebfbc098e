import { describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../lib/connection/connection.ts';
import { anything } from '../../lib/connection/discipline.ts';
import { endOf, opened, talking, worlds } from './pair.ts';
import { Stranger } from './stranger.ts';

describe.each(worlds)('the end of a connection over $name', ({ open }) => {
  it('records an end, a drop and a dismissal once, and ignores what is said after', async () => {
    const { caller, callee } = await talking(open);
    const { connection } = caller;
    connection.end();
    connection.end();
    await connection.send('too late');
    expect(connection.trySend('too late')).toBe(false);
    connection.dismiss('too late');
    connection.dismiss('too late');
    connection.destroy();
    connection.destroy();
    connection.dismiss('too late');
    connection.end();
    await Promise.all([connection.closed, callee.connection.closed]);
    expect(caller.record).toEqual([
      'opened self',
      'ended self',
      'reset self',
      'closed self',
    ]);
    expect(callee.record.filter(line => line.includes('too late'))).toEqual([]);
  });

  it('says nothing more once it was dropped', async () => {
    const { caller } = await talking(open);
    caller.connection.destroy();
    await caller.connection.send('too late');
    caller.connection.end();
    await Promise.all([
      caller.connection.saidLast,
      caller.connection.heardLast,
      caller.connection.closed,
    ]);
    expect(await caller.connection.receive()).toBeUndefined();
    expect(caller.record).toEqual(['opened self', 'reset self', 'closed self']);
  });

  it('judges no message after the one at which it was dropped', async () => {
    const { near, far } = await opened(open);
    const { connection, record } = endOf(far);
    connection.start({
      ...anything,
      message() {
        connection.destroy();
        return { kind: 'message' };
      },
    });
    new Stranger(near).write('one\ntwo\nthree\n');
    await connection.closed;
    expect(record.filter(line => line.startsWith('received'))).toEqual([
      'received peer message one',
    ]);
  });

  it('tells a peer that is gone from one that has ended', async () => {
    const { caller, callee } = await talking(open);
    await caller.connection.send('hello');
    expect((await callee.connection.receive())?.text).toBe('hello');
    caller.connection.destroy();
    expect(await callee.connection.receive()).toBeUndefined();
    await callee.connection.closed;
    expect(callee.connection.ending).toBe('reset');
    expect(callee.record.slice(-2)).toEqual(['reset peer', 'closed self']);
  });

  it('was never taken charge of: dropped or dismissed, it still closes', async () => {
    const drop = (connection: Connection) => connection.destroy();
    const dismiss = (connection: Connection) => connection.dismiss('! Full');
    for (const leave of [drop, dismiss]) {
      const { near, far } = await opened(open);
      const { connection, record } = endOf(far);
      leave(connection);
      const over = vi.fn();
      connection.start({ ...anything, message: () => expect.fail('was judged'), over });
      expect(over).toHaveBeenCalledOnce();
      const peer = new Stranger(near);
      peer.write('hello\n');
      peer.wire.end();
      await connection.closed;
      expect(record[0]).toBe('opened peer');
      expect(record.at(-1)).toBe('closed self');
      expect(await connection.receive()).toBeUndefined();
    }
  });

  it('hears half a frame before the FIN as cut off, not as a message', async () => {
    const { near, far } = await opened(open);
    const { connection, record } = endOf(far);
    connection.start(anything);
    const peer = new Stranger(near);
    peer.write('whole\nhal');
    peer.wire.end();
    expect((await connection.receive())?.text).toBe('whole');
    expect(await connection.receive()).toBeUndefined();
    expect(connection.ending).toBe('cut off');
    expect(record.slice(2)).toEqual([
      'ended peer',
      'refused peer message cut off by the end',
    ]);
  });

  it('cleans what comes in, and records what it says itself cleaned', async () => {
    const { near, far } = await opened(open);
    const { connection, record } = endOf(far);
    connection.start(anything);
    const peer = new Stranger(near);
    peer.write('a\u0000b\u001b[2Jc\td\u202ee\n');
    expect((await connection.receive())?.text).toBe('a\ufffdb\ufffd[2Jc d\ufffde');
    await connection.send('bell \u0007');
    expect(record.at(-1)).toBe('sent self message bell \ufffd');
  });

  it('says a reply that quotes the peer, wherever it was cut', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start({
      ...anything,
      message: text => ({ kind: 'control', reply: `! No ${text.slice(0, 2)}` }),
    });
    const peer = new Stranger(near);
    peer.write('/😀\n');
    await peer.until(() => peer.heard.endsWith('\n'));
    expect(Buffer.from(peer.heard, 'latin1').toString()).toBe('! No /\ufffd\n');
  });

  it('takes an error of ours for ours, and not for a bad frame of the peer', async () => {
    const { near, far } = await opened(open);
    const { connection, record } = endOf(far);
    connection.start(anything);
    new Stranger(near);
    await expect(connection.send('two\nlines')).rejects.toThrow('Cannot send payload');
    expect(() => connection.trySend('x'.repeat(5_000))).toThrow('limit is 4096');
    expect(record).toEqual(['opened peer']);
    expect(connection.trySend('fine')).toBe(true);
  });
});
