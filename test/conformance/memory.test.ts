import { describe, it } from 'vitest';
import { takesLong } from '../long.ts';
import { memory, pumped, real, spoilt } from './links.ts';
import { allChecks, holds, type Transport } from './transport.ts';

const MiB = 1_048_576;

const inMemory: readonly Transport[] = [
  { name: 'memory', open: memory, large: 4 * MiB },
  {
    name: 'memory, chop 1',
    open: spoilt(memory, { chop: 1 }, real, 'in'),
    large: MiB / 2,
    long: true,
  },
  {
    name: 'memory, delay 50',
    open: spoilt(memory, { delay: 50 }, pumped),
    large: 4 * MiB,
    long: true,
  },
  {
    name: 'memory, chop 7 and delay 50',
    open: spoilt(memory, { chop: 7, delay: 50 }, pumped),
    large: MiB / 8,
  },
  {
    name: 'memory, coalesce',
    open: spoilt(memory, { coalesce: true }, pumped),
    large: 4 * MiB,
    long: true,
  },
  {
    name: 'memory, jitter and bandwidth',
    open: spoilt(memory, { jitter: 20, bandwidth: 10 * MiB, seed: 7 }, pumped),
    large: MiB,
    long: true,
  },
];

describe.each(inMemory)('$name', transport => {
  it.for(Object.entries(allChecks))('%s', async ([, check], test) => {
    if (transport.long) takesLong(test);
    await holds(check, transport);
  });
});
