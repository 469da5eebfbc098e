import type { Kind } from '../trace/event.ts';

/** What one half of a connection needs from the whole connection. */
export interface Whole {
  destroy(): void;
  dismiss(words?: string, kind?: Kind): void;
}
