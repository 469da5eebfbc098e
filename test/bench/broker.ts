// Two brokers as one installs them: Redis and NATS, where they are there (redis-server, nats-server).

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { opened, sleep } from './crowd.ts';

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
} as const;

export type BrokerName = keyof typeof commands;
export const brokers = Object.keys(commands) as BrokerName[];

/** What Linux counts processor time in. */
const ticksPerSecond = 100;

/** Starts it on a free port; `undefined` if it is not installed. */
export async function startBroker(name: BrokerName) {
  const port = await freePort();
  const [command, ...args] = commands[name](port).map(String);
  const broker = spawn(command ?? '', args, { stdio: 'ignore', cwd: '/tmp' });
  const missing = await Promise.race([
    once(broker, 'error').then(() => true),
    answers(port).then(() => false),
  ]);
  return missing
    ? undefined
    : { name, port, ask: () => workOf(broker), stop: () => stop(broker) };
}

/** User and system time, from /proc: a broker does not tell. */
async function workOf({ pid }: ChildProcess) {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  const cpu = ((user ?? 0) + (system ?? 0)) / ticksPerSecond;
  return { cpu, writes: Number.NaN, rss: Number.NaN, heap: Number.NaN };
}

async function stop(broker: ChildProcess): Promise<void> {
  const gone = once(broker, 'exit');
  broker.kill();
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<void> {
  for (;;) {
    try {
      (await opened(port)).destroy();
      return;
    } catch {
      await sleep(20);
    }
  }
}
