import { hubOptions } from '../../lib/terminal/flags/option.ts';
import { main } from '../../lib/terminal/main.ts';
import { chat } from './client.ts';
import { p2m } from './program.ts';

await main({
  name: 'p2m',
  about: 'one line in, many lines out. A room of any number',
  mode: 'full-duplex',
  port: 9004,
  scenes: new URL('scenes/', import.meta.url),
  program: p2m,
  serverOptions: {
    'fan-out': {
      value: 'HOW',
      default: 'tick',
      oneOf: ['tick', 'loop'],
      help: 'how a message comes to all: one write to each member per tick, or per message',
    },
    'without-order': {
      help: 'pass each message from member to member, as naive rooms do: two members may hear two orders',
    },
    ...hubOptions,
  },
  caller: 'member',
  quit: '/quit',
  client: chat,
});
