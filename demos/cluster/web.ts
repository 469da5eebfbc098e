import type { Web } from '../../lib/terminal/programs/demo.ts';
import { site } from '../websocket/site.ts';
import { web as page } from '../websocket/web.ts';

/** What the page of a node cannot show. */
const note = `This is one node of a room that may span several, and it records only its own members. What
          members at other nodes say comes from the room here. The verdict counts only what the members of
          this node said to each other.`;

/** The room's page, at one node. */
export const web: Web = { ...page, site: longest => site(longest, note) };
