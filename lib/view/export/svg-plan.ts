import type { TraceEvent } from '../../trace/event.ts';

/** The layout of the drawing: each lane has an x, each numbered event a y. */
export interface Plan {
  readonly names: readonly string[];
  readonly x: (name: string) => number;
  readonly y: (event: TraceEvent) => number;
  readonly width: number;
  readonly height: number;
}

/** The width of a letter of the drawing, in pixels. */
export const letter = 7.8;
