import { step } from '../../lib/view/export/svg.ts';
import type { LabRun } from '../engine/lab-run.ts';
import { rowsOf } from './drawn-part.ts';

/** What is above the first event, in pixels of the drawing. */
const top = 60;

/** The height of the whole run's drawing: it stays the same while time passes. */
export const rowsHigh = (run: LabRun): number => top + (rowsOf(run) + 1) * step;

/** What is left and right of the lanes, in pixels of the drawing. */
const margins = 140;
/** The least and the most from one lane to the next. */
const [narrowest, widest] = [118, 480];
/** How much a short drawing grows, where it has room. */
const growth = 1.25;

/** The room for the drawing, in pixels. */
export interface Room {
  readonly width: number;
  /** `undefined`: as high as it needs. */
  readonly height: number | undefined;
  /** How much larger the page's letters are than usual: on a projector, or as the reader likes it. */
  readonly letters: number;
}

/** How large the drawing is on the screen, and how far apart its lanes are. */
export interface Scale {
  readonly times: number;
  readonly gap: number;
}

export function scaleFor(run: LabRun, { width, height = 0, letters }: Room): Scale {
  const times = between(letters, height / rowsHigh(run), letters * growth);
  const lanes = Math.max(1, run.lanes.length - 1);
  const gap = (width / times - margins) / lanes;
  return { times, gap: Math.floor(between(narrowest, gap, widest)) };
}

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));
