import type { TraceEvent } from '../../lib/trace/event.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { type Finding, findingOf } from '../../lib/trace/verdict-line.ts';
import type { LabRun } from './lab-run.ts';

type Judged = Pick<LabRun, 'mode' | 'events' | 'rule' | 'finding'>;

/** Returns the verdict on the first `upTo` events; on all of them, what the terminal prints. */
export function verdictUpTo(
  { mode, events, rule, finding }: Judged,
  upTo: number,
): Finding {
  if (finding !== undefined && upTo >= events.length) return finding;
  const seen = events.slice(0, upTo);
  return findingOf(judge(mode, seen, ruleFor(seen, rule)));
}

/** The end that may speak may not have come yet. */
const ruleFor = (
  seen: readonly TraceEvent[],
  { turns, from }: LabRun['rule'],
): LabRun['rule'] => ({
  ...(turns !== undefined && { turns }),
  ...(seen.some(({ end }) => end === from) && { from }),
});
