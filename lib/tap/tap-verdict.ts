import type { TraceEvent } from '../trace/event.ts';
import { type Mode, rules } from '../trace/rules/index.ts';
import type { RuleOptions } from '../trace/rules/options.ts';
import { judge, type Verdict } from '../trace/verdict.ts';

/**
 * Returns what a tap proves about a link: docs/tap.md says why. A crossing or a broken turn in its
 * record is real. Messages may also have crossed between the tap and an end, so the mode's rule may
 * leave the verdict undecided.
 */
export function tapVerdict(
  mode: Mode,
  events: readonly TraceEvent[],
  options: Pick<RuleOptions, 'turns' | 'traffic'>,
): Verdict {
  const verdict = judge(mode, events, options);
  const why = rules[mode].unseenByTap;
  if (why === undefined || verdict.result !== 'kept') return verdict;
  return { ...verdict, result: 'undecided', why };
}
