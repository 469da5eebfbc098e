// Peers that are no Node programs: Redis and NATS as one installs them, where they are there (redis-server,
// nats-server), Bun (npm install --global bun), and the floor, where there is gcc.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { opened, sleep } from './crowd.ts';
import { floor } from './floor.ts';

const bunServer = new URL('servers/bun.ts', import.meta.url);

const commands = {
  redis: (port: number) => [
    'redis-server',
    '--port',
    port,
    '--save',
    '',
    '--bind',
    '127.0.0.1',
  ],
  nats: (port: number) => ['nats-server', '-a', '127.0.0.1', '-p', port],
  bun: (port: number) => ['bun', fileURLToPath(bunServer), port],
  floor,
} as const;

export type PeerName = keyof typeof commands;
export const peers = Object.keys(commands) as PeerName[];

/** Starts it on a free port; `undefined` if it is not installed. */
export async function startPeer(name: PeerName) {
  const port = await freePort();
  const [command, ...args] = commands[name](port).map(String);
  const peer = spawn(command ?? '', args, { stdio: 'ignore', cwd: '/tmp' });
  const gaveUp = new AbortController();
  const missing = await Promise.race([
    once(peer, 'error').then(() => true),
    answers(port, gaveUp.signal).then(() => false),
  ]);
  gaveUp.abort();
  return missing
    ? undefined
    : { name, port, ask: async () => workOf(peer), stop: () => stop(peer) };
}

/** The processor time of all its threads, from Linux: a peer does not tell. */
export function workOf({ pid }: ChildProcess) {
  const threads = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(threads).map(thread =>
    Number.parseInt(readFileSync(`${threads}/${thread}/schedstat`, 'utf8'), 10),
  );
  const cpu = nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9;
  return { cpu, writes: Number.NaN, rss: Number.NaN, heap: Number.NaN };
}

export async function stop(peer: ChildProcess): Promise<void> {
  const gone = once(peer, 'exit');
  peer.kill();
  await gone;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export async function answers(port: number, gaveUp?: AbortSignal): Promise<void> {
  while (!gaveUp?.aborted) {
    try {
      (await opened(port)).destroy();
      return;
    } catch {
      await sleep(20);
    }
  }
}
