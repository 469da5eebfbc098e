import { misfit } from '../../transport/faults/faults.ts';
import {
  type Faults,
  faultNames,
  faultOf,
  isFault,
  type LinkKind,
  type Unit,
} from '../../transport/faults/table.ts';
import { parseTime } from './time.ts';

type Fail = (problem: string) => never;

/** How the number of each unit is written. */
const readers: Record<Unit, (value: string, fail: Fail) => number> = {
  bytes: parseCount,
  number: parseCount,
  milliseconds: parseTime,
  percent: parsePercent,
};

/** Reads `chop 1, delay 50ms`: the same names as on the command line. */
export function parseFaults(text: string, fail: Fail): Faults {
  const parts = text.split(',').map(part => part.trim());
  const faults = parts.filter(Boolean).map(part => {
    const [name = '', ...rest] = part.split(/\s+/);
    if (!isFault(name))
      return fail(`expected ${faultNames.join(', ')}, found "${part}"`);
    const { unit } = faultOf(name);
    const value = rest.join(' ');
    if (unit !== undefined) return [name, readers[unit](value, fail)];
    return [
      name,
      value === '' || fail(`expected nothing after ${name}, found "${value}"`),
    ];
  });
  return Object.fromEntries(faults);
}

/** Throws for a fault that such links cannot have. */
export function fitting(faults: Faults, kind: LinkKind): Faults {
  const problem = misfit(Object.keys(faults), kind);
  if (problem !== undefined) throw new Error(problem);
  return faults;
}

function parseCount(text: string, fail: Fail): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  return fail(`expected a whole number from 1, found "${text}"`);
}

/** `10%` or `10`. */
function parsePercent(text: string, fail: Fail): number {
  const [, digits] = /^(\d{1,3})%?$/.exec(text) ?? [];
  if (digits !== undefined && Number(digits) <= 100) return Number(digits);
  return fail(`expected a percentage, 0% to 100%, found "${text}"`);
}
