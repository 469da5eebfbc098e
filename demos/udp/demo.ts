import { main } from '../../lib/terminal/main.ts';
import { chat } from './client.ts';
import { udp } from './program.ts';

await main({
  name: 'udp',
  about: 'a room without connections. Heartbeats decide who is still there',
  mode: 'full-duplex',
  port: 9555,
  scenes: new URL('scenes/', import.meta.url),
  program: udp,
  serverOptions: {},
  caller: 'guest',
  quit: '/quit',
  client: chat,
});
