import type { Kind } from '../trace/event.ts';

/** What one half of a connection asks of both. */
export interface Whole {
  destroy(): void;
  dismiss(words?: string, kind?: Kind): void;
}
