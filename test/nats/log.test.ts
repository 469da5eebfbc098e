import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { describe, expect, it } from 'vitest';
import { connected } from '../../lib/nats/client.ts';
import { JetStreamLog } from '../../lib/nats/jet-stream-log.ts';
import { batchOf, checks, Ear, type Logs } from '../cluster/log-checks.ts';
import type { Test } from '../demos/program.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { NatsServer } from './nats-server.ts';

async function logs(test: Test): Promise<Logs> {
  const { url } = await NatsServer.start(test);
  return {
    async way() {
      const log = await JetStreamLog.open({ url, room: 'tea' });
      test.onTestFinished(() => void log.close());
      return log;
    },
  };
}

describe.concurrent('a stream of JetStream as the log', () => {
  it.for(Object.entries(checks))('%s', async ([, check], test) => {
    needs(test, 'nats-server');
    await check(await logs(test));
  });

  it('says in a sentence that there is no server', async () => {
    const open = JetStreamLog.open({ url: 'nats://127.0.0.1:1', room: 'tea' });
    await expect(open).rejects.toThrow(
      'cannot connect to NATS at 127.0.0.1:1 (connection refused): start one with nats-server -js, or check --nats',
    );
  });

  it.each([
    ['127.0.0.1', '--nats is "127.0.0.1": give a URL, nats://HOST:PORT'],
    ['nats://', '--nats is "nats://": give a URL, nats://HOST:PORT'],
    [
      'nats://ann:50%@127.0.0.1',
      '--nats has a % in its name or password: write it as %25',
    ],
    ['http://127.0.0.1', '--nats begins with http:: use nats:// or tls://'],
  ])('refuses %s', async (url, problem) =>
    expect(JetStreamLog.open({ url, room: 'tea' })).rejects.toThrow(problem),
  );

  it.for([
    ['a name and a password', ['--user', 'ann', '--pass', 'p/w'], 'ann:p%2Fw'],
    ['a token', ['--auth', 'sesame'], 'sesame'],
  ] as const)('takes %s from the URL', async ([, flags, identity], test) => {
    needs(test, 'nats-server');
    const { url, port } = await NatsServer.start(test, ...flags);
    await expect(JetStreamLog.open({ url, room: 'tea' })).rejects.toThrow(
      /^cannot connect to NATS at 127\.0\.0\.1:\d+ \(.*uthorization/i,
    );
    const known = `nats://${identity}@127.0.0.1:${port}`;
    const log = await JetStreamLog.open({ url: known, room: 'tea' });
    await log.close();
  });

  it('refuses a server that takes only short messages', async test => {
    needs(test, 'nats-server');
    const folder = mkdtempSync(join(tmpdir(), 'nats-'));
    test.onTestFinished(() => rmSync(folder, { recursive: true }));
    const config = join(folder, 'short.conf');
    writeFileSync(config, 'max_payload: 65536\n');
    const { url } = await NatsServer.start(test, '-c', config);
    await expect(JetStreamLog.open({ url, room: 'tea' })).rejects.toThrow(
      /^NATS at 127.+ takes messages of at most 65536 bytes: set its max_payload to 524288 or more$/,
    );
  });

  it('begins at no checkpoint that is later than its own place', async test => {
    needs(test, 'nats-server');
    const { way } = await logs(test);
    const log = await way();
    const state = { nodes: [], members: [], gone: [] };
    log.keep({ position: Number.MAX_SAFE_INTEGER, state });
    await log.append(batchOf('A', 1));
    const ear = new Ear();
    await log.read(ear);
    await ear.until(1);
    expect(ear.began).toEqual([undefined]);
  });

  it('tells a node that what comes next is no longer there, and goes on after it', async test => {
    needs(test, 'nats-server');
    const { url } = await NatsServer.start(test);
    const log = await JetStreamLog.open({ url, room: 'tea' });
    test.onTestFinished(() => void log.close());
    for (const count of [1, 2, 3]) await log.append(batchOf('A', count));
    await withoutMessage(url, 'duplex-modes_tea', 2);
    const ear = new Ear();
    const missed = new Promise<void>(resolve => {
      ear.missed = resolve;
    });
    await log.read(ear);
    await missed;
    await ear.until(2);
    expect(ear.batches.map(({ count }) => count)).toEqual([1, 3]);
    expect(ear.began).toEqual([undefined, undefined]);
  });

  it('begins again when NATS answers again, if it was killed just then', async test => {
    takesLong(test);
    needs(test, 'nats-server');
    const server = await NatsServer.start(test);
    const log = await JetStreamLog.open({ url: server.url, room: 'tea' });
    test.onTestFinished(() => void log.close());
    for (const count of [1, 2, 3]) await log.append(batchOf('A', count));
    await withoutMessage(server.url, 'duplex-modes_tea', 2);
    const ear = new Ear();
    const missed = new Promise<void>(resolve => {
      ear.missed = resolve;
    });
    const read = ear.batch.bind(ear);
    let killed = Promise.resolve();
    ear.batch = (position, batch) => {
      read(position, batch);
      if (position === 1) killed = server.kill();
    };
    await log.read(ear);
    await ear.until(1);
    await killed;
    await server.start();
    await missed;
    await ear.until(2);
    expect(ear.batches.map(({ count }) => count)).toEqual([1, 3]);
  });
});

/** Removes one message from a stream, as its limits would. */
async function withoutMessage(url: string, stream: string, nth: number) {
  const nats = await connected(url);
  await (await jetstreamManager(nats)).streams.deleteMessage(stream, nth);
  await nats.close();
}
