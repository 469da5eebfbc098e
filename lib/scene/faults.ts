import type { Faults } from '../transport/index.ts';
import { parseTime } from './time.ts';

/** `chop 1, delay 50ms`: the words of the command line. */
export function parseFaults(text: string, fail: (problem: string) => never): Faults {
  const faults: { chop?: number; delay?: number } = {};
  for (const part of text
    .split(',')
    .map(word => word.trim())
    .filter(Boolean)) {
    const [name, value = '', ...rest] = part.split(/\s+/);
    if (name === 'chop' && rest.length === 0 && /^[1-9]\d*$/.test(value)) {
      faults.chop = Number(value);
    } else if (name === 'delay' && rest.length === 0)
      faults.delay = parseTime(value, fail);
    else fail(`expected "chop BYTES" or "delay TIME", found "${part}"`);
  }
  return faults;
}
