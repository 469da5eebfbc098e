import { serveWithReplies } from '../../../demos/simplex/canned-replies.ts';
import { simplex } from '../../../demos/simplex/demo.ts';
import type { Program } from '../../../lib/scene/world/program.ts';

/** A receiver that answers: what most tutorials call simplex. */
export const replies: Program = {
  ...simplex,
  serve: (connections, { screen }) => serveWithReplies(connections, screen),
};
