import { type CountName, countNames } from './count-names.ts';
import { evidence, notHeard } from './evidence.ts';
import { type Mode, rules } from './rules/index.ts';
import type { Verdict } from './verdict.ts';

/** The verdict that a scene expects: `verdict [not | undecided] MODE[, COUNTS]`. */
export interface Expectation {
  readonly result: Verdict['result'];
  readonly mode: Mode;
  readonly counts: ReadonlyMap<CountName, number>;
}

export interface Finding {
  readonly ok: boolean;
  /** The demo's last line. */
  readonly line: string;
}

/**
 * Compares a verdict with what a scene expects of it. A real clock can only show that a run took not
 * less than it should: `atLeast`.
 */
export function find(
  verdict: Verdict,
  expected: Expectation,
  atLeast = false,
): Finding {
  const claim = `verdict: ${claimOf(expected.result, modeOf(verdict))}`;
  if (verdict.result !== expected.result)
    return { ok: false, line: `${claim} · ${missed(verdict, expected)}` };
  const wrong = [...expected.counts].filter(([name, wanted]) => {
    const found = countNames[name](verdict.counts);
    return name === 'ms' && atLeast ? found < wanted : found !== wanted;
  });
  if (wrong.length > 0)
    return {
      ok: false,
      line: `${claim} · NOT AS EXPECTED · ${miscounts(verdict, wrong)}`,
    };
  const took = Math.round(verdict.counts.elapsed);
  const time = expected.counts.has('ms') ? ` · ${took} ms` : '';
  const good = isAsked(verdict.result) ? 'ok' : 'as expected';
  return { ok: true, line: `${claim} · ${good} · ${said(verdict)}${time}` };
}

/**
 * Returns the line for a record without a scene: a server's or a client's own, or several joined.
 */
export function report(verdict: Verdict): string {
  return `verdict: ${modeOf(verdict)} · ${standing(verdict)}`;
}

/** The same line, and whether it is good: whatever is not violated is. */
export const findingOf = (verdict: Verdict): Finding => ({
  ok: verdict.result !== 'violated',
  line: report(verdict),
});

const modeOf = ({ mode, turns }: Verdict): string => rules[mode].title({ turns });

const claimOf = (result: Verdict['result'], mode: string): string =>
  `${{ kept: '', shown: '', violated: 'not ', undecided: 'undecided ' }[result]}${mode}`;

const isAsked = (result: Verdict['result']): boolean =>
  result === 'kept' || result === 'shown';

function standing(verdict: Verdict): string {
  const { result } = verdict;
  if (isAsked(result)) return `${result} · ${evidence(verdict)}`;
  return result === 'violated' ? `VIOLATED · ${said(verdict)}` : undecided(verdict);
}

function missed(verdict: Verdict, expected: Expectation): string {
  if (expected.result === 'violated' && verdict.result !== 'undecided')
    return `NO VIOLATION (one was expected) · ${evidence(verdict)}`;
  if (isAsked(verdict.result))
    return `${verdict.result.toUpperCase()} (undecided was expected) · ${evidence(verdict)}`;
  return verdict.result === 'violated'
    ? `VIOLATED · ${verdict.why}`
    : `UNDECIDED: ${verdict.why} · ${evidence(verdict)}`;
}

/** Returns the grounds of a verdict: first what violated the mode, or why it is undecided. */
const said = (verdict: Verdict): string =>
  [verdict.why ?? [], evidence(verdict)].flat().join(' · ');

/** If a record is incomplete, its counts may be wrong, so only the unheard messages are shown. */
function undecided(verdict: Verdict): string {
  const { counts, complete } = verdict;
  if (complete) return `undecided: ${said(verdict)}`;
  const lost = counts.unheard.length > 0 ? ` · ${notHeard(counts)}` : '';
  return `undecided: ${verdict.why}${lost}`;
}

function miscounts(verdict: Verdict, wrong: readonly [CountName, number][]): string {
  return wrong
    .map(([name, wanted]) => {
      const found = countNames[name](verdict.counts);
      return `${Math.round(found)} ${name}, the scene expects ${wanted}`;
    })
    .join(' · ');
}
