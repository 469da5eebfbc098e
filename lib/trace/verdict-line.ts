import type { Mode } from './event.ts';
import type { Counts, Verdict } from './verdict.ts';

/** What a scene says its run will prove: `verdict [not | kept] MODE[, COUNTS]`. */
export interface Expectation {
  readonly result: Verdict['result'];
  readonly mode: Mode;
  readonly counts: ReadonlyMap<CountName, number>;
}

/** The counts that an expectation may name, and where each is found. */
export const countNames = {
  heard: (counts: Counts) => counts.heard,
  messages: (counts: Counts) => counts.heard,
  in: (counts: Counts) => counts.said,
  out: (counts: Counts) => counts.heard,
  turns: (counts: Counts) => counts.turns,
  crossings: (counts: Counts) => counts.crossings,
  'not heard': (counts: Counts) => counts.notHeard.length,
  bytes: (counts: Counts) => counts.bytesThere,
  'bytes back': (counts: Counts) => counts.bytesBack,
  ms: (counts: Counts) => counts.elapsed,
};
export type CountName = keyof typeof countNames;

export interface Finding {
  readonly ok: boolean;
  /** The demo's last line. */
  readonly line: string;
}

/**
 * Holds a verdict against what was expected of it. A real clock can only show that a run took not less
 * than it should: `atLeast`.
 */
export function find(
  verdict: Verdict,
  expected: Expectation,
  atLeast = false,
): Finding {
  const claim = claimOf(expected);
  const fail = (why: string): Finding => ({
    ok: false,
    line: `verdict: ${claim} · ${why}`,
  });
  if (!verdict.proved) return { ok: true, line: unproved(verdict) };
  if (verdict.result !== expected.result) return fail(missed(verdict, expected));
  const wrong = [...expected.counts].filter(([name, wanted]) => {
    const found = countNames[name](verdict.counts);
    return name === 'ms' && atLeast ? found < wanted : found !== wanted;
  });
  if (wrong.length > 0) return fail(`NOT AS EXPECTED · ${miscounts(verdict, wrong)}`);
  const time = expected.counts.has('ms')
    ? ` · ${Math.round(verdict.counts.elapsed)} ms`
    : '';
  return { ok: true, line: `verdict: ${claim} · ok · ${evidence(verdict)}${time}` };
}

/** The line for a record that no scene explains: a server's or a client's own, or two joined. */
export function report(verdict: Verdict): string {
  if (!verdict.proved) return unproved(verdict);
  const word = { shown: 'ok', kept: 'kept, not shown', broken: 'NOT KEPT' }[
    verdict.result
  ];
  return `verdict: ${verdict.mode} · ${word} · ${evidence(verdict)}`;
}

function unproved({ counts }: Verdict): string {
  const lost = counts.notHeard.length > 0 ? ` · ${notHeard(counts)}` : '';
  return `verdict: unproved from one end${lost}`;
}

function claimOf({ result, mode }: Expectation): string {
  return `${{ shown: '', kept: 'kept ', broken: 'not ' }[result]}${mode}`;
}

function missed(verdict: Verdict, expected: Expectation): string {
  if (verdict.result === 'broken') return `NOT KEPT · ${verdict.offence?.why}`;
  if (expected.result === 'broken') return `KEPT ALL THE SAME · ${evidence(verdict)}`;
  if (verdict.result === 'kept') return `NOT SHOWN · ${evidence(verdict)}`;
  return `SHOWN, NOT ONLY KEPT · ${evidence(verdict)}`;
}

function miscounts(verdict: Verdict, wrong: readonly [CountName, number][]): string {
  return wrong
    .map(([name, wanted]) => {
      const found = countNames[name](verdict.counts);
      return `${Math.round(found)} ${name}, the scene expects ${wanted}`;
    })
    .join(' · ');
}

function evidence(verdict: Verdict): string {
  const { mode, counts, offence } = verdict;
  const parts = [...evidenceOf[mode](counts)];
  if (offence) parts.unshift(offence.why);
  if (counts.notHeard.length > 0) parts.push(notHeard(counts));
  return parts.join(' · ');
}

const evidenceOf: Record<Mode, (counts: Counts) => string[]> = {
  simplex: ({ heard, heardBack, bytesThere, bytesBack }) => [
    `${plural(heard - heardBack, 'message')} one way (${plural(bytesThere, 'byte')})`,
    heardBack === 0
      ? `${plural(bytesBack, 'byte')} the other way`
      : `${heardBack} the other way (${plural(bytesBack, 'byte')})`,
  ],
  'half-duplex': ({ heard, turns, crossings }) => [
    `${heard} heard in ${plural(turns, 'turn')}`,
    plural(crossings, 'crossing'),
  ],
  'full-duplex': ({ heard, said, oneOrder, crossings, firstCrossings }) => {
    const pairs = firstCrossings.map(([m, n]) => {
      const [first, second] = m.sent.n < n.sent.n ? [m, n] : [n, m];
      return `${first.sent.n} ╳ ${second.sent.n}`;
    });
    if (crossings > pairs.length) pairs.push('…');
    const which = pairs.length > 0 ? ` (${pairs.join(', ')})` : '';
    const crossed = `${plural(crossings, 'crossing')}${which}`;
    if (said === heard) return [plural(heard, 'message'), crossed];
    return [
      `${said} in, ${heard} out`,
      crossed,
      oneOrder ? 'one order' : 'several orders',
    ];
  },
};

function notHeard({ notHeard }: Counts): string {
  return `${notHeard.length} not heard (${notHeard.join(', ')})`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
