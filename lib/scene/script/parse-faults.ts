import type { Faults } from '../../transport/faults/faults.ts';
import { misfit } from '../../transport/faults/faults.ts';
import type { World } from '../world/world.ts';
import { parseTime } from './time.ts';

type Fail = (problem: string) => never;
type Read = (value: string, fail: Fail) => number | true;

/** Every fault by its word, and how what stands behind it is read. */
const words: Record<keyof Faults, Read> = {
  chop: parseCount,
  coalesce: parseNothing,
  delay: parseTime,
  jitter: parseTime,
  bandwidth: parseCount,
  seed: parseCount,
  stall: parseCount,
  end: parseCount,
  reset: parseCount,
  loss: parsePercent,
  repeat: parsePercent,
  reorder: parsePercent,
};

/** `chop 1, delay 50ms`: the words of the command line. */
export function parseFaults(text: string, fail: Fail): Faults {
  const parts = text.split(',').map(part => part.trim());
  const faults = parts.filter(Boolean).map(part => {
    const [name = '', ...value] = part.split(/\s+/);
    if (!isFault(name)) {
      return fail(`expected ${Object.keys(words).join(', ')}, found "${part}"`);
    }
    return [name, words[name](value.join(' '), fail)];
  });
  return Object.fromEntries(faults);
}

/** Throws for a fault that a world's links cannot have. */
export function fitting(faults: Faults, { datagrams }: World): Faults {
  const problem = misfit(Object.keys(faults), datagrams ? 'datagrams' : 'stream');
  if (problem !== undefined) throw new Error(problem);
  return faults;
}

const isFault = (name: string): name is keyof Faults => Object.hasOwn(words, name);

function parseCount(text: string, fail: Fail): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  return fail(`expected a whole number from 1, found "${text}"`);
}

/** `10%` or `10`. */
function parsePercent(text: string, fail: Fail): number {
  const [, digits] = /^(\d{1,3})%?$/.exec(text) ?? [];
  if (digits !== undefined && Number(digits) <= 100) return Number(digits);
  return fail(`expected a part of a hundred, 0% to 100%, found "${text}"`);
}

function parseNothing(text: string, fail: Fail): true {
  return text === '' || fail(`expected nothing behind coalesce, found "${text}"`);
}
