// Rooms of several nodes, each in processes of its own, with the server that joins them.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, freePort, stop, workOf } from '../peers.ts';

export interface RoomKind {
  /** How its members speak: see speech.ts. */
  readonly speech: 'room' | 'nats' | 'socket.io';
  readonly name: string;
  readonly nodes: number;
  start(): Promise<RunningRoom>;
}

/** A room that runs: where its members connect, and what it has used. */
export interface RunningRoom {
  readonly ports: readonly number[];
  /** The processor time of all its processes, in seconds. */
  cpu(): number;
  stop(): Promise<void>;
}

const flags = ['--queue', '1000000000', '--max-connections', '1000'];

const oneProcess: RoomKind = {
  speech: 'room',
  name: 'p2m',
  nodes: 1,
  start: async () =>
    running(
      [],
      await nodes(1, ['demos/run.ts', 'p2m', 'server', '--port', '0', ...flags]),
    ),
};

const cluster = (count: number): RoomKind => ({
  speech: 'room',
  name: 'cluster',
  nodes: count,
  async start() {
    const nats = await natsServer();
    const on = ['--nats', `nats://127.0.0.1:${nats.port}`];
    const args = ['demos/run.ts', 'cluster', 'server', '--port', '0', ...flags, ...on];
    return running([nats], await nodes(count, args));
  },
});

const socketIo = (count: number): RoomKind => ({
  speech: 'socket.io',
  name: 'socket.io',
  nodes: count,
  async start() {
    const port = await freePort();
    const args = ['--port', `${port}`, '--save', '', '--bind', '127.0.0.1'];
    const redis = await middle('redis-server', args, port);
    const script = ['test/bench/servers/socket-io.ts', `${port}`];
    return running([redis], await nodes(count, script));
  },
});

/** Each member is a client of NATS itself: there is no room, no name and no order. */
const plain: RoomKind = {
  speech: 'nats',
  name: 'nats',
  nodes: 0,
  async start() {
    const nats = await natsServer();
    return running([nats], [nats], false);
  },
};

export const kinds: readonly RoomKind[] = [
  oneProcess,
  ...[1, 2, 3].map(cluster),
  ...[1, 2, 3].map(socketIo),
  plain,
];

interface Part {
  readonly port: number;
  readonly process: ChildProcess;
  readonly folder?: string;
}

function running(
  middles: readonly Part[],
  nodes: readonly Part[],
  apart = true,
): RunningRoom {
  const all = apart ? [...nodes, ...middles] : nodes;
  return {
    ports: nodes.map(({ port }) => port),
    cpu: () => all.reduce((sum, { process }) => sum + workOf(process).cpu, 0),
    async stop() {
      for (const { process, folder } of all) {
        await stop(process);
        if (folder !== undefined) rmSync(folder, { recursive: true });
      }
    },
  };
}

async function natsServer(): Promise<Part> {
  const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'nats-'))];
  const args = ['-a', '127.0.0.1', '-p', `${port}`, '-js', '-sd', folder];
  return { ...(await middle('nats-server', args, port)), folder };
}

async function middle(
  command: string,
  args: readonly string[],
  port: number,
): Promise<Part> {
  const child = spawn(command, args, { stdio: 'ignore', cwd: tmpdir() });
  const missing = once(child, 'error').then(([error]) => Promise.reject(error));
  await Promise.race([missing, answers(port)]);
  return { port, process: child };
}

const nodes = (count: number, args: readonly string[]): Promise<Part[]> =>
  Promise.all(Array.from({ length: count }, () => node(args)));

/** A program of ours, which says where it listens. */
async function node(args: readonly string[]): Promise<Part> {
  const child = spawn(process.execPath, ['run.js', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => ['it has ended']),
  ]);
  const port = /^listening on 127\.0\.0\.1:(\d+)/.exec(String(line))?.[1];
  if (port === undefined) throw new Error(`Cannot start ${args.join(' ')}: ${line}`);
  return { port: Number(port), process: child };
}
