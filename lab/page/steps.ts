import type { TraceEvent } from '../../lib/trace/event.ts';
import type { LabRun } from '../engine/lab-run.ts';

/**
 * Returns the line of the scene's text that caused the event at this place of the picture. If
 * several things were done at once, it is the line of the end that did this one.
 */
export function lineOfEvent(
  { moments, shown }: LabRun,
  text: string,
  place: number,
): number | undefined {
  const cause = moments.find(one => one.shown > place);
  if (cause?.is !== 'step' || cause.line === 0) return undefined;
  const lines = text.split('\n');
  for (let at = cause.line; isInside(lines[at]); at++)
    if (does(lines[at] ?? '', shown[place])) return at + 1;
  return cause.line;
}

const isInside = (line = ''): boolean => line.startsWith('  ');

/** Whether the line says that this end sends these words. */
const does = (line: string, event: TraceEvent | undefined): boolean =>
  event?.by === 'self' &&
  line.trimStart().startsWith(`${event.end} `) &&
  line.includes(event.text ?? '');

/** Returns the first line below the block in which a line stands at which something is done. */
export function belowBlock(text: string, line: number): number | undefined {
  const lines = text.split('\n');
  let at = line;
  while (isInside(lines[at])) at++;
  return besideLine(text, at, 1);
}

/** Returns the next line up or down at which something is done; `undefined` if there is none. */
export function besideLine(
  text: string,
  line: number,
  way: -1 | 1,
): number | undefined {
  const lines = text.split('\n');
  for (let at = line - 1 + way; at >= 0 && at < lines.length; at += way)
    if (!/^(#|--|\?\?|$)/.test(lines[at]?.trim() ?? '')) return at + 1;
  return undefined;
}
