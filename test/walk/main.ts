// npm run walk [-- --fan-out loop]
//
// The way of one message through the code, from a socket to the other members' sockets: every function
// that is entered, in its order. How often one comes back to a file is what a reader has to bear.

import module from 'node:module';
import { connect, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { print } from '../../lib/terminal/output.ts';
import { type Step, walkOf } from './walk-of.ts';

const { values } = parseArgs({
  options: { 'fan-out': { type: 'string', default: 'tick' } },
});
const steps: Step[] = [];
let walking = false;
Object.assign(globalThis, {
  walk: (file: string, name: string) => void (walking && steps.push({ file, name })),
});
module.register('./hooks.ts', import.meta.url);
const { port, stop } = await (await import('./room.ts')).open(values['fan-out']);

const alice = await member('alice');
const others = [await member('bob'), await member('carol')];
const heard = Promise.all(others.map(socket => until(socket, '[alice] Tea?\n')));
walking = true;
alice.write('Tea?\n');
await heard;
walking = false;
for (const line of walkOf(steps)) print(line);
stop();

async function member(name: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const inside = until(socket, `${name}\n`);
  socket.write(`${name}\n`);
  await inside;
  return socket;
}

function until(socket: Socket, words: string): Promise<void> {
  return new Promise(resolve => {
    let heard = '';
    socket.on('data', bytes => {
      heard += bytes;
      if (heard.includes(words)) resolve();
    });
  });
}
