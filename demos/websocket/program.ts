import type { Program } from '../../lib/scene/world/program.ts';
import { p2m } from '../p2m/program.ts';

/** The room of demos/p2m as it is, with a second door. */
export const twoDoors: Program = { ...p2m, doors: ['tcp', 'websocket'] };
