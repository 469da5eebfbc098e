import type { TraceEvent } from '../trace/event.ts';

/** What a scene found out about a server. */
export interface SceneResult {
  readonly name: string;
  readonly title: string;
  /** The numbers of the rules that it checks. */
  readonly rules: readonly string[];
  /** `not judged`: it went wrong, perhaps only because of what an earlier scene has left in the server. */
  readonly outcome: 'pass' | 'fail' | 'not judged' | 'skip';
  /** What was not checked, and why. */
  readonly notes: readonly string[];
  readonly failure?: Failure;
  /** How long it took, in milliseconds. */
  readonly took: number;
}

/** Where a scene did not go as written. */
export interface Failure {
  readonly file: string;
  /** Undefined: it was none of the lines, but the record of all of them. */
  readonly line?: number | undefined;
  /** That line, as it is written. */
  readonly text: string;
  readonly problem: string;
  /** One sentence on where to look. */
  readonly hint: string;
  /** The last bytes that came to the player of that line. */
  readonly bytes: Uint8Array;
  readonly who?: string | undefined;
  /** What happened up to there, and whose lanes it fills. */
  readonly events: readonly TraceEvent[];
  readonly lanes: readonly string[];
  /** The same in words, where there is no record. */
  readonly story?: readonly string[];
  /** What there is to say about the program itself. */
  readonly remarks: readonly string[];
}

/** 0: all that could be played has passed. 1: something did not, or nothing could be played. */
export function exitCodeOf(results: readonly SceneResult[]): 0 | 1 {
  const some = (outcome: SceneResult['outcome']) =>
    results.some(result => result.outcome === outcome);
  return some('fail') || some('not judged') || !some('pass') ? 1 : 0;
}

export const countOf = (
  results: readonly SceneResult[],
  outcome: SceneResult['outcome'],
): number => results.filter(result => result.outcome === outcome).length;
