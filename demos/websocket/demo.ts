import { demo } from '../../lib/terminal/programs/demo.ts';
import { p2m } from '../p2m/demo.ts';

/** The room of demos/p2m, unchanged, with a second door. */
export const websocket = demo({
  ...p2m,
  name: 'websocket',
  about: 'the room of p2m with a second door: a page, over WebSocket',
  doors: { ...p2m.doors, websocket: 8001 },
  page: { at: 'port', load: async () => (await import('./web.ts')).web },
});
