import type { Program } from '../../lib/scene/world/program.ts';
import { serveWithReplies } from './canned-replies.ts';
import { serve } from './server.ts';

export const simplex: Program = {
  server: 'receiver',
  said: () => 'message',
  heard: () => 'message',
  async serve(connections, { screen, flags }) {
    if (flags.has('canned-replies')) await serveWithReplies(connections, screen);
    else await serve(connections, screen);
  },
};
