// The members of a load: sockets that join, hear and leave.

import { connect, type Socket } from 'node:net';
import { lines, type Tongue } from './tongue.ts';

export interface Member {
  readonly socket: Socket;
  readonly name: string;
  /** What to do with a chunk now. */
  hear: (chunk: Buffer) => void;
  /** What to do when it is cut. */
  lost: (why: string) => void;
}

/**
 * Says a name each; settles when nothing more comes for `quiet` ms: the greetings are over. A large room rests
 * longer between its notices.
 */
export async function join(
  port: number,
  count: number,
  quiet = 250 + count,
  tongue: Tongue = lines,
): Promise<Member[]> {
  const members: Member[] = [];
  for (let index = 0; index < count; index++)
    members.push(await enter(port, index, tongue));
  let last = performance.now();
  for (const member of members) {
    member.hear = () => {
      last = performance.now();
    };
  }
  while (performance.now() - last < quiet) await sleep(20);
  return members;
}

/** Ends every link, and waits until the server has done so too: the names are free again. */
export async function leave(members: readonly Member[]): Promise<void> {
  await Promise.all(
    members.map(member => {
      const { socket } = member;
      member.hear = () => {};
      member.lost = () => {};
      const closed = new Promise(resolve => socket.once('close', resolve));
      socket.end();
      return socket.closed ? undefined : closed;
    }),
  );
}

export const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Settles when it is connected. */
export function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
}

async function enter(port: number, index: number, tongue: Tongue): Promise<Member> {
  const socket = await opened(port);
  const name = `m${String(index).padStart(4, '0')}`;
  const member: Member = { socket, name, hear: () => {}, lost: () => {} };
  socket.on('data', chunk => member.hear(chunk as Buffer));
  socket.on('error', ({ message }) => member.lost(message));
  socket.on('close', () => member.lost('the link ended'));
  socket.write(tongue.greeting + tongue.says(name), 'latin1');
  return member;
}
