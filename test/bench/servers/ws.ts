// The broadcast example of ws, as its README has it, with names.

import { WebSocket, WebSocketServer } from 'ws';
import { ready } from './measured.ts';

const members = new Map<WebSocket, string>();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', backlog: 4_096 });
server.on('connection', member => {
  member.on('error', () => {});
  member.on('close', () => members.delete(member));
  member.on('message', data => {
    const name = members.get(member);
    if (name === undefined) members.set(member, String(data));
    else {
      for (const client of server.clients) {
        if (client !== member && client.readyState === WebSocket.OPEN)
          client.send(`[${name}] ${data}`);
      }
    }
  });
});
server.on('listening', () => ready((server.address() as { port: number }).port));
