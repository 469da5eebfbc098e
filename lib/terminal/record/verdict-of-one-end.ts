import type { Mode } from '../../trace/rules/index.ts';
import { judge } from '../../trace/verdict.ts';
import { report } from '../../trace/verdict-line.ts';
import type { FirstEvents } from './first-events.ts';

/** The verdict that one end alone can give, if all its events are here. */
export const verdictOfOneEnd = (mode: Mode, { events, part }: FirstEvents): string =>
  part === undefined
    ? report(judge(mode, events))
    : `verdict: undecided: the picture has ${part}`;
