import { type CountName, countNames } from '../../trace/count-names.ts';
import { isMode, type Mode, modes, rules } from '../../trace/rules/index.ts';
import { turnRules } from '../../trace/rules/options.ts';
import type { Expectation } from '../../trace/verdict-line.ts';

type Fail = (problem: string) => never;

/** Which rule of half-duplex the verdict asks for: `strict` or `free`. */
export const parseTurns = (text: string, fail: Fail) =>
  turnRules.find(rule => rule === text) ??
  fail(`expected turns ${turnRules.join(' or ')}, found "${text}"`);

/** `[not | undecided] MODE[, COUNTS]`: `half-duplex, 4 heard, 4 turns, 0 crossings, 1 not heard`. */
export function parseVerdict(text: string, fail: Fail): Expectation {
  const [claim = '', ...counts] = text.split(',').map(part => part.trim());
  const [, word, mode = ''] = /^(?:(not|undecided) )?(\S+)$/.exec(claim) ?? [];
  if (!isMode(mode)) {
    const known = `${modes.slice(0, -1).join(', ')} or ${modes.at(-1)}`;
    return fail(`expected "verdict [not | undecided] ${known}", found "${claim}"`);
  }
  return {
    result: resultOf(word, mode),
    mode,
    counts: new Map(counts.map(count => parseCount(count, fail))),
  };
}

function resultOf(word: string | undefined, mode: Mode): Expectation['result'] {
  if (word === 'not') return 'violated';
  if (word === 'undecided') return 'undecided';
  return rules[mode].result;
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
