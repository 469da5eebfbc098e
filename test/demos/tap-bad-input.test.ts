import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { recordFile, script, type Test } from './program.ts';

const MiB = 1_048_576;

/** A tap in front of a server that reads everything and says nothing. */
async function tapped(test: Test, ...flags: string[]) {
  const server = createServer(socket => socket.on('error', () => {}).resume());
  server.listen(0, '127.0.0.1');
  test.onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const args = ['0', `127.0.0.1:${port}`, ...flags];
  const tap = script(test, 'demos/tap.ts', args);
  const [, own] = await tap.out.until(/^listening on 127\.0\.0\.1:(\d+), for/);
  const near = connect(Number(own), '127.0.0.1');
  near.on('error', () => {});
  test.onTestFinished(() => void near.destroy());
  await once(near, 'connect');
  return { tap, near };
}

/** One line without an end. */
function says(near: Socket, size: number): Promise<void> {
  const piece = Buffer.alloc(MiB, 'x');
  const pieces = Array.from({ length: size / MiB }, () => piece);
  return pipeline(Readable.from(pieces), near, { end: false });
}

describe.concurrent('a tap', () => {
  it.for(['--wire', '--framing=lines'])(
    'has a flat memory while a GiB comes without a line end: %s',
    async (flag, test) => {
      takesLong(test);
      needs(test, 'python3 on Linux');
      const file = recordFile(test, 'html');
      const { tap, near } = await tapped(test, flag, '--trace', file);
      const mostMemory = () => {
        const status = readFileSync(`/proc/${tap.child.pid}/status`, 'utf8');
        return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
      };
      await says(near, 256 * MiB);
      const before = mostMemory();
      await says(near, 768 * MiB);
      expect(mostMemory() - before).toBeLessThan(96 * MiB);
      near.end();
      await tap.out.until('caller 1: verdict: ');
      tap.signal('SIGINT');
      expect(await tap.ended).toBe(0);
    },
  );

  it('leaves without complaint when nobody reads what it prints', async test => {
    takesLong(test);
    const { tap, near } = await tapped(test);
    tap.child.stdout?.destroy();
    near.write('hello\n');
    expect(await tap.ended).toBe(0);
    expect(tap.err.text).toBe('');
  });
});
