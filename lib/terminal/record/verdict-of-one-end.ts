import type { Mode } from '../../trace/rules/index.ts';
import { judge } from '../../trace/verdict.ts';
import { type Finding, findingOf } from '../../trace/verdict-line.ts';
import type { FirstEvents } from './first-events.ts';

/** The verdict that one end alone can give, if all its events are here. */
export const verdictOfOneEnd = (mode: Mode, { events, part, count }: FirstEvents) =>
  part === undefined ? findingOf(judge(mode, events)) : tooMany(count);

const tooMany = (count: number): Finding => ({
  ok: true,
  line: `verdict: undecided: ${count.toLocaleString('en')} events are too many to judge here; keep them with --trace FILE.jsonl`,
});
