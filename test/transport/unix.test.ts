import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { realClock } from '../../lib/connection/clock.ts';
import { callAt, listenAt, newPath } from '../../lib/transport/unix/unix.ts';
import { firstOf } from '../conformance/links.ts';
import { needs } from '../needs.ts';

/** Leaves its socket behind, as a server does that is killed. */
const killed = (path: string) =>
  spawnSync(process.execPath, [
    '-e',
    `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`,
  ]);

beforeEach(test => needs(test, 'Unix-domain sockets'));

it('removes its file when it closes', async () => {
  const socket = newPath();
  const listener = await listenAt({ socket });
  expect(existsSync(socket)).toBe(true);
  await listener.close();
  expect(existsSync(socket)).toBe(false);
});

it('takes the place of a server that was killed', async () => {
  const socket = newPath();
  killed(socket);
  expect(existsSync(socket)).toBe(true);
  await expect(callAt(socket, realClock)).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
  const listener = await listenAt({ socket });
  const near = await callAt(socket, realClock);
  const far = await firstOf(listener.wires);
  for (const wire of [near, far]) wire.destroy();
  await listener.close();
});

it('leaves a server alone that runs', async () => {
  const socket = newPath();
  const running = createServer(peer => peer.destroy());
  await new Promise<void>(resolve => running.listen(socket, resolve));
  await expect(listenAt({ socket })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(existsSync(socket)).toBe(true);
  await new Promise(resolve => running.close(resolve));
});

it('leaves a file alone that is not a socket', async () => {
  const socket = newPath();
  writeFileSync(socket, 'mine');
  await expect(listenAt({ socket })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(existsSync(socket)).toBe(true);
});

it('refuses a path that the system would cut', async () => {
  const socket = join(tmpdir(), 'x'.repeat(200));
  await expect(listenAt({ socket })).rejects.toThrow(/at most 10[37] bytes/);
  await expect(callAt(socket, realClock)).rejects.toThrow(
    `this path has ${socket.length}`,
  );
});
