// npm run walk [-- --fan-out loop]
//
// The way of one message through the code, from a socket to the other members' sockets: every function
// that is entered, in its order. How often one comes back to a file is what a reader has to bear.

import { once } from 'node:events';
import module from 'node:module';
import { connect, type Socket } from 'node:net';
import { oneOf } from '../../lib/options/option.ts';
import { print } from '../../lib/terminal/output.ts';
import { flagsOf } from '../flags.ts';
import { type Step, walkOf } from './walk-of.ts';

const { fanOut } = flagsOf('walk', {
  fanOut: oneOf('NAME', ['tick', 'loop'], 'how the room tells its members', 'tick'),
});
const steps: Step[] = [];
let walking = false;
Object.assign(globalThis, {
  walk: (file: string, name: string) => void (walking && steps.push({ file, name })),
});
module.register('./hooks.ts', import.meta.url);
const { port, stop } = await (await import('./room.ts')).open(fanOut);

const alice = await member('alice');
const others = [await member('bob'), await member('carol')];
// The room may rest before it tells who has come: that is not a part of the way.
await Promise.all([alice, ...others].map(one => until(one, 'carol')));
const heard = Promise.all(others.map(one => until(one, '[alice] Tea?\n')));
walking = true;
alice.socket.write('Tea?\n');
await heard;
walking = false;
for (const line of walkOf(steps)) print(line);
stop();

interface Member {
  readonly socket: Socket;
  heard: string;
}

async function member(name: string): Promise<Member> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const one = { socket, heard: '' };
  socket.on('data', bytes => {
    one.heard += bytes;
  });
  socket.write(`${name}\n`);
  await until(one, `${name}\n`);
  return one;
}

async function until(one: Member, words: string): Promise<void> {
  while (!one.heard.includes(words)) await once(one.socket, 'data');
}
