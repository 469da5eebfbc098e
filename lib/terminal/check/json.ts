import { countOf, type Failure, type SceneResult } from '../../check/result.ts';
import type { Reported } from './failure-rows.ts';

/** The report for programs: one JSON object. */
export function asJson(
  { mode, who, name }: Reported,
  results: readonly SceneResult[],
): string {
  const report = {
    mode,
    [who]: name,
    passed: countOf(results, 'pass'),
    failed: countOf(results, 'fail'),
    notJudged: countOf(results, 'not judged'),
    skipped: countOf(results, 'skip'),
    scenes: results.map(({ failure, ...told }) => ({
      ...told,
      ...(failure && { failure: withoutEvents(failure) }),
    })),
  };
  return JSON.stringify(report, undefined, 2);
}

function withoutEvents({ events, lanes, bytes, ...failure }: Failure) {
  return { ...failure, bytes: Buffer.from(bytes).toString('hex') };
}
