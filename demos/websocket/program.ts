import type { Program } from '../../lib/scene/index.ts';
import { p2m } from '../p2m/program.ts';

/** The room of demos/p2m as it is, with a second door. */
export const twoDoors: Program = { ...p2m, doors: ['tcp', 'websocket'] };
