import {
  type CountName,
  countNames,
  type Expectation,
  type Mode,
} from '../trace/index.ts';

type Fail = (problem: string) => never;

/** `[not | kept] MODE[, COUNTS]`: `half-duplex, 4 heard, 4 turns, 0 crossings, 1 not heard`. */
export function parseVerdict(text: string, fail: Fail): Expectation {
  const [claim = '', ...counts] = text.split(',').map(part => part.trim());
  const [, word, mode] =
    /^(?:(not|kept) )?(simplex|half-duplex|full-duplex)$/.exec(claim) ?? [];
  if (mode === undefined) {
    return fail(
      `expected "verdict [not | kept] simplex, half-duplex or full-duplex", found "${claim}"`,
    );
  }
  const result = word === 'not' ? 'broken' : word === 'kept' ? 'kept' : 'shown';
  return {
    result,
    mode: mode as Mode,
    counts: new Map(counts.map(count => parseCount(count, fail))),
  };
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
