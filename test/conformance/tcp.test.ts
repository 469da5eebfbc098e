import { describe, it } from 'vitest';
import { takesLong } from '../long.ts';
import { joined, pumped, real, spoilt, tcp } from './links.ts';
import { allChecks, holds, type Transport } from './transport.ts';

const MiB = 1_048_576;

const overTcp: readonly Transport[] = [
  { name: 'tcp', open: tcp, large: 8 * MiB },
  { name: 'tcp, joined to tcp', open: joined(tcp), large: 8 * MiB, long: true },
  {
    name: 'tcp, chop 1',
    open: spoilt(tcp, { chop: 1 }, real, 'in'),
    large: MiB / 2,
    long: true,
  },
  {
    name: 'tcp, delay 2',
    open: spoilt(tcp, { delay: 2 }, pumped),
    large: 4 * MiB,
    long: true,
  },
  {
    name: 'tcp, chop 1000 and delay 1',
    open: spoilt(tcp, { chop: 1_000, delay: 1 }, pumped),
    large: 2 * MiB,
  },
];

describe.each(overTcp)('$name', transport => {
  it.for(Object.entries(allChecks))('%s', async ([, check], test) => {
    if (transport.long) takesLong(test);
    await holds(check, transport);
  });
});
