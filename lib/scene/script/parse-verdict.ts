import { type CountName, countNames } from '../../trace/count-names.ts';
import type { Mode } from '../../trace/event.ts';
import type { Expectation } from '../../trace/verdict-line.ts';

type Fail = (problem: string) => never;

/** Which rule of half-duplex the verdict asks for: `strict` or `free`. */
export function parseTurns(text: string, fail: Fail): 'strict' | 'free' {
  if (text === 'strict' || text === 'free') return text;
  return fail(`expected turns strict or free, found "${text}"`);
}

/** `[not | undecided] MODE[, COUNTS]`: `half-duplex, 4 heard, 4 turns, 0 crossings, 1 not heard`. */
export function parseVerdict(text: string, fail: Fail): Expectation {
  const [claim = '', ...counts] = text.split(',').map(part => part.trim());
  const [, word, mode] =
    /^(?:(not|undecided) )?(simplex|half-duplex|full-duplex)$/.exec(claim) ?? [];
  if (mode === undefined) {
    return fail(
      `expected "verdict [not | undecided] simplex, half-duplex or full-duplex", found "${claim}"`,
    );
  }
  return {
    result: resultOf(word, mode as Mode),
    mode: mode as Mode,
    counts: new Map(counts.map(count => parseCount(count, fail))),
  };
}

/** Full-duplex allows something, so a run can show it; the other two forbid something, so a run can keep them. */
function resultOf(word: string | undefined, mode: Mode): Expectation['result'] {
  if (word === 'not') return 'violated';
  if (word === 'undecided') return 'undecided';
  return mode === 'full-duplex' ? 'shown' : 'kept';
}

function parseCount(text: string, fail: Fail): [CountName, number] {
  const [, number, words = ''] = /^(\d+) (.+)$/.exec(text) ?? [];
  const name = [words, `${words}s`].find(candidate =>
    Object.hasOwn(countNames, candidate),
  );
  if (number === undefined || name === undefined) {
    const known = Object.keys(countNames).join(', ');
    return fail(`expected a number and one of: ${known}, found "${text}"`);
  }
  return [name as CountName, Number(number)];
}
