import { hubOptions } from '../../lib/terminal/flags/option.ts';
import { main } from '../../lib/terminal/main.ts';
import { watch } from '../../lib/watch/watch.ts';
import { chat } from '../p2m/client.ts';
import { twoDoors } from './program.ts';
import { site } from './site.ts';

await main({
  name: 'websocket',
  about: 'the room of p2m with a second door: a page, over WebSocket',
  mode: 'full-duplex',
  port: 9004,
  web: { port: 8001, site, watch },
  scenes: new URL('scenes/', import.meta.url),
  program: twoDoors,
  serverOptions: hubOptions,
  caller: 'member',
  quit: '/quit',
  client: chat,
});
