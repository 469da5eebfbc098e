import { letter } from '../../../lib/view/export/svg-plan.ts';
import { others } from './lanes.ts';

/** From one lane to the next, in units of the drawing: the least, and the most. */
const [narrowest, widest] = [112, 360];
/** Two people and the room must always fit, even on a phone. */
const fewest = 3;

/** The columns of a window: how many fit, and where they stand. */
export interface Columns {
  /** The most lanes. */
  readonly most: number;
  /** Returns the x of each lane. */
  place(names: readonly string[]): ReadonlyMap<string, number>;
}

/** `last`: the highest number, which needs space beside the outer lanes. */
export function columnsFor(width: number, last: number): Columns {
  const digits = String(last).length;
  const margin = Math.max(width < 500 ? 38 : 54, digits * letter + 16);
  return {
    most: Math.max(fewest, Math.floor((width - 2 * margin) / narrowest) + 1),
    place(names) {
      const ofRange = (2 * digits + 1) * letter + 16;
      const right = names.includes(others) ? Math.max(margin, ofRange) : margin;
      const gaps = names.length - 1;
      const gap = Math.min(widest, (width - margin - right) / Math.max(1, gaps));
      const first = margin + (width - margin - right - gap * gaps) / 2;
      return new Map(names.map((name, i) => [name, Math.round(first + i * gap)]));
    },
  };
}
