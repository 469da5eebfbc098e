import { once } from 'node:events';
import { WebSocket } from 'ws';
import { Heard } from './heard.ts';
import type { Test } from './program.ts';

/** Enters a room through the page's port, as the page does. */
export async function webMember(test: Test, port: number, name: string) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/room`);
  test.onTestFinished(() => socket.terminate());
  const heard = new Heard();
  socket.on('message', line => heard.add(`${line}\n`));
  const closed = once(socket, 'close').then(([code]) => code as number);
  await heard.until('* Your name?\n');
  socket.send(name);
  await heard.until('* In the room: ');
  return { socket, heard, closed };
}
