// The traps that Node sets for everyone who writes a server over TCP. Each is sprung here once.

import { describe, expect, it } from 'vitest';
import { anything } from '../../lib/connection/discipline.ts';
import { connect, listen } from '../../lib/transport/tcp/tcp.ts';
import { tcp } from '../conformance/links.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { endOf, opened, someTasks, talking, worlds } from './pair.ts';
import { runs } from './program.ts';
import { Stranger } from './stranger.ts';

describe.each(worlds)('over $name', ({ open }) => {
  it('break leaves a for await loop, and the connection as it is', async () => {
    const { caller, callee } = await talking(open);
    caller.connection.trySend('one');
    caller.connection.trySend('two');
    for await (const _ of callee.connection) break;
    await callee.connection.send('still here');
    expect((await caller.connection.receive())?.text).toBe('still here');
    expect((await callee.connection.receive())?.text).toBe('two');
    caller.connection.trySend('three');
    for await (const { text: message } of callee.connection) {
      expect(message).toBe('three');
      break;
    }
  });

  it('the answer to a peer that has half-closed is delivered', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start(anything);
    const peer = new Stranger(near);
    peer.write('a question\n');
    peer.wire.end();
    await connection.heardLast;
    expect((await connection.receive())?.text).toBe('a question');
    await connection.send('an answer');
    connection.end();
    await peer.hears('closed');
    expect(peer.heard).toBe('an answer\n');
    expect(peer.events).toEqual(['ended', 'closed']);
  });

  it('a wait for space ends when the link breaks', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start(anything);
    near.pause();
    new Stranger(near);
    while (connection.trySend('x'.repeat(4_000)));
    const sending = connection.send('one more');
    near.destroy();
    await sending;
    await connection.closed;
  });

  it('a peer who barged in is judged on arrival, though the program reads later', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    const judged: [string, string][] = [];
    let mine = 'silent';
    connection.start({
      ...anything,
      message(text) {
        judged.push([text, mine]);
        return { kind: 'message' };
      },
    });
    const peer = new Stranger(near);
    peer.write('question\n');
    expect((await connection.receive())?.text).toBe('question');
    peer.write('and another thing\n');
    while (judged.length < 2) await someTasks(1);
    mine = 'answered';
    await connection.send('answer');
    expect((await connection.receive())?.text).toBe('and another thing');
    expect(judged).toEqual([
      ['question', 'silent'],
      ['and another thing', 'silent'],
    ]);
  });

  it('a character that a chunk border cuts arrives whole', async () => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start(anything);
    const peer = new Stranger(near);
    for (const byte of Buffer.from('你好, 😀é\n')) {
      peer.write(Uint8Array.of(byte));
      await someTasks(2);
    }
    expect((await connection.receive())?.text).toBe('你好, 😀é');
  });
});

it('a reset before the first read does not end the process', async () => {
  expect(await runs('reset-before-read')).toEqual({ code: 0, out: 'still here\n' });
});

it('the last words of a slow link do not get lost because the process ends first', async () => {
  expect(await runs('slow-last-words')).toEqual({ code: 0, out: 'last words\n' });
});

it('a server without descriptors refuses, goes on, and does not spin', async test => {
  takesLong(test);
  needs(test, 'python3 on Linux');
  const { code, out } = await runs('out-of-descriptors');
  expect(out).toBe('some refused, those inside served, at rest, recovered\n');
  expect(code).toBe(0);
});

it('the reset of a link in any state never reaches the process', async () => {
  const faults: unknown[] = [];
  const note = (error: unknown) => faults.push(error);
  process.on('uncaughtExceptionMonitor', note);
  const line = `${'x'.repeat(99)}\n`;
  for (let round = 0; round < 100; round++) {
    const { near, far, close } = await tcp();
    const { connection } = endOf(far);
    if (round % 4 > 0) connection.start(anything);
    if (round % 3 === 0) near.write(Buffer.alloc(round * 1_000, line));
    if (round % 5 === 0) connection.trySend('x'.repeat(4_000));
    if (round % 7 === 0) connection.end();
    await someTasks(round % 6);
    near.destroy();
    await someTasks(round % 3);
    connection.trySend('anyone?');
    if (round % 2) connection.dismiss('! Bye');
    connection.destroy();
    await connection.closed;
    await close();
  }
  process.off('uncaughtExceptionMonitor', note);
  expect(faults).toEqual([]);
});

it('a port in use and a port without a listener reject with the error of Node', async () => {
  const first = await listen();
  const port = Number(first.address.split(':').at(-1));
  await expect(listen({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
  await expect(connect('127.0.0.1', port)).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});
