import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { start } from '../start.ts';
import { Heard } from './heard.ts';
import { recordFile, script, type Test, terminal } from './program.ts';
import { call, listen } from './raw.ts';

const tap = (test: Test, ...args: string[]) => script(test, 'demos/tap.ts', args);

/** A tap in front of a listening test, and both ends of a call through it. */
async function tapped(test: Test, ...flags: string[]) {
  const { port, caller } = await listen(test);
  const between = tap(test, '0', `127.0.0.1:${port}`, ...flags);
  const [, own] = await between.out.until(/^listening on 127\.0\.0\.1:(\d+), for/);
  const near = await call(test, Number(own));
  return { between, near, far: await caller };
}

const MiB = 1_048_576;

describe.concurrent('npm run tap', () => {
  it('draws what both say, and judges each connection when it ends', async test => {
    const { between, near, far } = await tapped(test, '--framing', 'lines');
    near.write('Tea?\n');
    await far.heard.until('Tea?\n');
    far.write('Yes\n');
    far.end();
    await near.heard.until('Yes\n');
    near.end();
    await between.out.until(/\ncaller 1: verdict: full-duplex · undecided: no two /);
    expect(between.out.text).toMatch(/^3 caller 1 says: Tea\?\n4 .* hears .*: Tea\?/m);
    expect(between.out.text).toMatch(/^5 .* says: Yes\n6 caller 1 hears .*: Yes/m);
    between.signal('SIGINT');
    expect(await between.ended).toBe(0);
  });

  it('tells a person how to stop it', async test => {
    takesLong(test);
    const words = ['0', '127.0.0.1:9'];
    const command = [process.execPath, ...start('demos/tap.ts').args, ...words];
    const between = terminal(test, command, { columns: 80, rows: 24 }, new Heard());
    await between.out.until(/listening on .*\r\nCtrl-C = stop\r\n/);
    between.type('\u0003');
    await between.out.until('[exit 0, sane]');
  });

  it('shows full-duplex, and convicts half-duplex, by messages that met while it held them', async test => {
    const flags = ['--framing', 'lines', '--hold', '1000', '--mode', 'half-duplex'];
    const { between, near, far } = await tapped(test, ...flags);
    near.write('Tea?\n');
    far.write('Coffee?\n');
    await Promise.all([far.heard.until('Tea?\n'), near.heard.until('Coffee?\n')]);
    near.end();
    far.end();
    await between.out.until('caller 1: verdict: half-duplex by free turns · VIOLATED');
    // It runs until it is ended, whatever it has seen: docs/tap.md says what a script does.
    between.signal('SIGTERM');
    expect(await between.ended).toBe(0);
  });

  it('judges turns by messages only: a chunk may be half of one', async test => {
    takesLong(test);
    const refused = tap(test, '0', '127.0.0.1:1', '--turns', 'strict');
    expect(await refused.ended).toBe(2);
    expect(refused.err.text).toMatch(/^tap: --turns strict needs .* name a --framing/);
  });

  it('keeps the record of all connections, when Ctrl-C ends it before they do', async test => {
    const file = recordFile(test, 'jsonl');
    const { between, near, far } = await tapped(test, '--trace', file);
    near.write('GET /\r\n');
    await far.heard.until('GET /\r\n');
    between.signal('SIGINT');
    expect(await between.ended).toBe(0);
    expect(between.out.text).toContain('GET /\\r\\n');
    expect(between.out.text).toMatch(/\ncaller 1: verdict: full-duplex · undecided/);
    expect(between.err.text).toBe(`record: ${file}\n`);
  });

  it('says that nobody is there, and drops the caller', async test => {
    takesLong(test);
    const between = tap(test, '0', '127.0.0.1:1');
    const [, own] = await between.out.until(/^listening on 127\.0\.0\.1:(\d+), for/);
    const near = connect(Number(own), '127.0.0.1').resume();
    // On a busy machine the reset is here before we see that we are connected.
    near.on('error', () => {});
    await new Promise(dropped => near.on('close', dropped));
    expect(near.bytesRead).toBe(0);
    await between.err.until(
      /^tap: cannot connect to 127\.0\.0\.1:1 \(ECONNREFUSED\): start the server there/,
    );
  });

  it('passes 64 MiB of random bytes each way as they are', async test => {
    takesLong(test);
    const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    test.onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const between = tap(test, '0', `127.0.0.1:${port}`);
    const [, own] = await between.out.until(/^listening on 127\.0\.0\.1:(\d+), for/);
    const near = connect({ port: Number(own), host: '127.0.0.1', allowHalfOpen: true });
    const [far] = (await once(server, 'connection')) as [Socket];
    const [there, back] = [randomBytes(64 * MiB), randomBytes(64 * MiB)];
    near.end(there);
    far.end(back);
    expect(await Promise.all([sumOf(far), sumOf(near)])).toEqual([
      digest(there),
      digest(back),
    ]);
  });
});

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * Not by `for await`, which destroys the socket at the end of what it reads, and with it what is
 * still being written.
 */
async function sumOf(socket: Socket): Promise<string> {
  const hash = createHash('sha256');
  socket.on('data', chunk => hash.update(chunk));
  await once(socket, 'end');
  return hash.digest('hex');
}
