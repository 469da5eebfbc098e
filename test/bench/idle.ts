// What a connection costs that is open and says nothing.

import { execSync } from 'node:child_process';
import type { Socket } from 'node:net';
import { Child, type Name } from './child.ts';
import { opened, sleep } from './crowd.ts';
import { lines, type Tongue } from './tongue.ts';

/** Memory of one connection, in bytes. */
export interface Idle {
  readonly name: Name;
  readonly connections: number;
  readonly rss: number;
  readonly heap: number;
}

const wanted = 10_000;
/** Descriptors that are not connections. */
const others = 200;
/** Connections that are opened at a time. */
const batch = 250;

/** As many as there are descriptors for. */
export function affordable(): number {
  const limit = execSync('ulimit -n', { encoding: 'utf8' }).trim();
  return limit === 'unlimited' ? wanted : Math.min(wanted, Number(limit) - others);
}

export async function idle(
  name: Name,
  connections: number,
  { greeting }: Tongue = lines,
): Promise<Idle> {
  const child = await Child.start(name);
  // A few come and go before, so that what a server needs once is there already.
  await gone(await crowd(child.port, batch, greeting));
  const before = await settled(child);
  const sockets = await crowd(child.port, connections, greeting);
  const after = await settled(child);
  await gone(sockets);
  await child.stop();
  return {
    name,
    connections,
    rss: (after.rss - before.rss) / connections,
    heap: (after.heap - before.heap) / connections,
  };
}

async function crowd(port: number, size: number, greeting: string): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < size) {
    const some = Math.min(batch, size - sockets.length);
    const opening = Array.from({ length: some }, () => greeted(port, greeting));
    sockets.push(...(await Promise.all(opening)));
  }
  for (const socket of sockets) socket.on('error', () => {}).resume();
  return sockets;
}

/** Where there is a handshake, it is over. */
async function greeted(port: number, greeting: string): Promise<Socket> {
  const socket = await opened(port);
  if (greeting === '') return socket;
  socket.write(greeting, 'latin1');
  await new Promise(resolve => socket.once('data', resolve));
  return socket;
}

async function gone(sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await sleep(200);
}

/** When all is accepted and collected. */
async function settled(child: Child) {
  await sleep(1_000);
  await child.ask('memory');
  await sleep(200);
  return child.ask('memory');
}
