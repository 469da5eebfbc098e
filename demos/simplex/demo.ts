import { main } from '../../lib/terminal/main.ts';
import { speak } from './client.ts';
import { simplex } from './program.ts';

await main({
  name: 'simplex',
  about: 'one way. The sender speaks, the receiver never does',
  mode: 'simplex',
  port: 9001,
  scenes: new URL('scenes/', import.meta.url),
  program: simplex,
  serverOptions: {
    'canned-replies': {
      help: 'answer everything, as many tutorials do: no simplex any more',
    },
  },
  caller: 'sender',
  client: speak,
});
