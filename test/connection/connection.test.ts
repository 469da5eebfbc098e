import { describe, expect, it } from 'vitest';
import { anything, type Discipline } from '../../lib/connection/discipline.ts';
import { endOf, opened, someTasks, talking, worlds } from './pair.ts';
import { Stranger } from './stranger.ts';

const longLine = 'x'.repeat(4_000);

describe.each(worlds)('a connection over $name', ({ open }) => {
  it('carries messages both ways, and tells how they ended', async () => {
    const { caller, callee } = await talking(open);
    await caller.connection.send('hello');
    expect((await callee.connection.receive())?.text).toBe('hello');
    await callee.connection.send('hello yourself');
    callee.connection.end();
    expect((await caller.connection.receive())?.text).toBe('hello yourself');
    expect(await caller.connection.receive()).toBeUndefined();
    expect(caller.connection.ending).toBe('ended');
    caller.connection.end();
    await Promise.all([caller.connection.closed, callee.connection.closed]);
    expect(caller.record).toEqual([
      'opened self',
      'sent self message hello',
      'received peer message hello yourself',
      'ended peer',
      'ended self',
      'closed self',
    ]);
  });

  it('is asked for its judgement on arrival, whatever the program is doing', async () => {
    const { near, far } = await opened(open);
    const judged: string[] = [];
    const strict: Discipline = {
      ...anything,
      message(text) {
        judged.push(text);
        if (judged.length === 1) return { kind: 'message' };
        return { kind: 'message', refused: 'out of turn', reply: '! Not your turn' };
      },
    };
    const { connection, record } = endOf(far);
    connection.start(strict);
    const peer = new Stranger(near);
    peer.write('one\ntwo\n');
    await peer.until(() => peer.heard === '! Not your turn\n');
    expect(judged).toEqual(['one', 'two']);
    expect(record.slice(1)).toEqual([
      'received peer message one',
      'refused peer message out of turn two',
      'sent self refusal ! Not your turn',
    ]);
    expect((await connection.receive())?.text).toBe('one');
    peer.wire.end();
    expect(await connection.receive()).toBeUndefined();
  });

  it('hands notices and refusals aside, and control to nobody', async () => {
    const aside: string[] = [];
    const { near, far } = await opened(open);
    const { connection } = endOf(far, {
      aside: (text, kind) => aside.push(`${kind}: ${text}`),
    });
    const kinds = { '*': 'notice', '!': 'refusal', '/': 'control' } as const;
    connection.start({
      ...anything,
      message: text => ({ kind: kinds[text[0] as keyof typeof kinds] ?? 'message' }),
    });
    const peer = new Stranger(near);
    peer.write('* a\n! b\n/c\nd\n');
    peer.wire.end();
    expect((await connection.receive())?.text).toBe('d');
    expect(await connection.receive()).toBeUndefined();
    expect(aside).toEqual(['notice: * a', 'refusal: ! b']);
  });

  it('stops reading when nobody takes the messages, and loses none', async () => {
    const { near, far } = await opened(open);
    const { connection, record } = endOf(far);
    connection.start(anything);
    const peer = new Stranger(near);
    let sent = 0;
    for (let room = true; room; room = peer.write(longLine.concat('\n'))) sent++;
    await someTasks();
    const received = record.length;
    expect(received).toBeLessThan(200);
    await someTasks();
    expect(record.length).toBe(received);
    peer.wire.end();
    let taken = 0;
    for await (const { text } of connection) taken += Number(text === longLine);
    expect(taken).toBe(sent);
    expect(connection.ending).toBe('ended');
  });

  it('lets 64 messages wait for the program, and no more', async () => {
    const { near, far } = await opened(open);
    const { connection, record } = endOf(far);
    connection.start(anything);
    new Stranger(near).write('x\n'.repeat(100));
    await someTasks();
    expect(record).toEqual([
      'opened peer',
      ...Array(64).fill('received peer message x'),
    ]);
  });

  it('waits with send and refuses with trySend while the peer does not read', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start(anything);
    near.pause();
    const peer = new Stranger(near);
    let said = 0;
    while (connection.trySend(longLine)) said++;
    let waited = false;
    const sending = connection.send('one more').then(() => {
      waited = true;
    });
    await someTasks();
    if (!waited) expect(connection.trySend('not this one')).toBe(false);
    near.resume();
    await sending;
    connection.end();
    await peer.hears('ended');
    expect(peer.heard.length).toBe(said * 4_001 + 'one more\n'.length);
    expect(peer.heard.endsWith('one more\n')).toBe(true);
  });

  it('lets nobody wait for space after its own end', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start(anything);
    near.pause();
    while (connection.trySend(longLine));
    const sending = connection.send('one more');
    connection.end();
    await sending;
    await connection.saidLast;
  });
});
