import { main } from '../../lib/terminal/main.ts';
import { converse } from './client.ts';
import { halfDuplex } from './program.ts';

await main({
  name: 'half-duplex',
  about: 'both ways, one at a time. The caller speaks first',
  mode: 'half-duplex',
  port: 9002,
  scenes: new URL('scenes/', import.meta.url),
  program: halfDuplex,
  serverOptions: {
    operator: { help: 'answer by hand, one call at a time; /quit hangs up' },
    silence: {
      value: 'SECONDS',
      default: '60',
      range: [1, 86_400],
      needs: 'operator',
      help: 'with --operator: how long to wait for a silent caller',
    },
    'without-turns': {
      needs: 'operator',
      help: 'with --operator: take the discipline off',
    },
  },
  caller: 'caller',
  quit: '/quit',
  client: converse,
});
