import { hubOptions } from '../../lib/terminal/flags/option.ts';
import { main } from '../../lib/terminal/main.ts';
import { talk } from './client.ts';
import { p2p } from './program.ts';

await main({
  name: 'p2p',
  about: 'two people, both at any time. An exchange pairs them',
  mode: 'full-duplex',
  port: 9003,
  scenes: new URL('scenes/', import.meta.url),
  program: p2p,
  serverOptions: hubOptions,
  caller: 'member',
  quit: '/quit',
  client: talk,
});
