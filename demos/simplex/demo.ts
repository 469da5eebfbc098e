import { onOff } from '../../lib/options/option.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { serveWithReplies } from './canned-replies.ts';
import { speak } from './client.ts';
import { serve } from './server.ts';

export const simplex = demo({
  name: 'simplex',
  about: 'one way. The sender speaks, the receiver never does',
  mode: 'simplex',
  doors: { tcp: 9001 },
  server: 'receiver',
  caller: 'sender',
  said: () => 'message',
  heard: () => 'message',
  options: {
    cannedReplies: onOff(
      'reply to every message, as many tutorials do (no longer simplex)',
    ),
  },
  serve: (connections, { screen, flags }) =>
    (flags.cannedReplies ? serveWithReplies : serve)(connections, screen),
  client: speak,
});
