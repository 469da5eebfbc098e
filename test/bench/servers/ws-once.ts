// The same, with the frame made once for all, by what ws uses inside, and written past it.

import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { ready } from './measured.ts';

const { Sender } = createRequire(import.meta.url)('ws') as {
  Sender: { frame(payload: Buffer, options: object): Buffer[] };
};

const members = new Map<WebSocket, string>();
const sockets = new Map<WebSocket, Socket>();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', backlog: 4_096 });
server.on('connection', (member, { socket }) => {
  sockets.set(member, socket);
  member.on('error', () => {});
  member.on('close', () => {
    members.delete(member);
    sockets.delete(member);
  });
  member.on('message', data => {
    const name = members.get(member);
    if (name === undefined) members.set(member, String(data));
    else broadcast(member, `[${name}] ${data}`);
  });
});

function broadcast(author: WebSocket, words: string): void {
  const options = { fin: true, opcode: 1, mask: false, readOnly: false, rsv1: false };
  const frame = Buffer.concat(Sender.frame(Buffer.from(words), options));
  for (const [client, socket] of sockets) {
    if (client !== author && client.readyState === WebSocket.OPEN) socket.write(frame);
  }
}

server.on('listening', () => ready((server.address() as { port: number }).port));
