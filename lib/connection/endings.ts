import type { Observation } from '../trace/event.ts';
import type { Wire } from './wire.ts';

/** Describes how a direction or a link ended: by the transport's own names for FIN and RST, if it has any. */
export const endingOf = (
  { endings }: Wire,
  what: 'ended' | 'reset',
  by: Observation['by'],
): Observation =>
  endings === undefined ? { what, by } : { what, by, text: endings[what] };
