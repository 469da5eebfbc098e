import { drawn, type TraceEvent } from '../../lib/trace/event.ts';
import type { LabRun } from '../engine/lab-run.ts';

/** The most events that are drawn: more would freeze a browser at each step. */
export const mostRows = 160;

/** The part of a run that is drawn. */
export interface DrawnPart {
  /** Each event, with its place among those that a picture may show. */
  readonly places: ReadonlyMap<TraceEvent, number>;
  /** How many events came earlier and are not drawn. */
  readonly leftOut: number;
}

/** Returns the last events before the place `upTo`, as many as are drawn. */
export function drawnPart({ shown }: LabRun, upTo: number): DrawnPart {
  const found: [TraceEvent, number][] = [];
  let leftOut = 0;
  for (let place = upTo - 1; place >= 0; place--) {
    const event = shown[place];
    if (event === undefined || !drawn(event)) continue;
    if (found.length < mostRows) found.push([event, place]);
    else leftOut++;
  }
  return { places: new Map(found.reverse()), leftOut };
}

/** Returns how many rows the whole run needs. */
export const rowsOf = ({ shown }: LabRun): number =>
  Math.min(mostRows, shown.filter(drawn).length);
