import { text, websocket } from '../framing/index.ts';
import type { Framing } from './flags.ts';

/** The ways into a server: a framing of its choice over TCP, or WebSocket. */
export const doors = ['tcp', 'websocket'] as const;
export type Door = (typeof doors)[number];

/** How messages are told apart at a door. WebSocket has frames of its own. */
export const framingAt = (door: Door, framing: Framing): Framing =>
  door === 'tcp' ? framing : maxPayload => text(websocket({ maxPayload }));
