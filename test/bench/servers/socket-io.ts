// A node of a chat server as socket.io's documentation has it, with its Redis adapter.
//
//     node run.js test/bench/servers/socket-io.ts REDIS-PORT

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdapter } from '@socket.io/redis-adapter';
import { createClient } from 'redis';
import { Server } from 'socket.io';

const says = createClient({ url: `redis://127.0.0.1:${process.argv[2]}` });
const hears = says.duplicate();
await Promise.all([says.connect(), hears.connect()]);
const http = createServer();
const io = new Server(http, {
  adapter: createAdapter(says, hears),
  transports: ['websocket'],
});
io.on('connection', socket => {
  socket.on('say', words => void socket.broadcast.emit('said', words));
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');
process.stdout.write(
  `listening on 127.0.0.1:${(http.address() as AddressInfo).port}\n`,
);
