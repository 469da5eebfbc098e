import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { pumped, spoilt, web, wholeMemory } from './links.ts';
import { checks, halfCloses, holds, type Transport, wholeCloses } from './transport.ts';

const MiB = 1_048_576;

const overWeb: readonly Transport[] = [
  { name: 'memory, closed whole', open: wholeMemory, large: MiB, halfClose: false },
  { name: 'websocket', open: web, large: 2 * MiB, halfClose: false },
  {
    name: 'websocket, delay 2',
    open: spoilt(web, { delay: 2 }, pumped),
    large: MiB,
    halfClose: false,
    long: true,
  },
];

describe.each(overWeb)('$name', transport => {
  it.for(Object.entries({ ...checks, ...wholeCloses }))(
    '%s',
    async ([, check], test) => {
      if (transport.long) takesLong(test);
      await holds(check, transport);
    },
  );
});

describe.each(overWeb)('$name has no half-close, so it cannot keep', transport => {
  it.for(Object.entries(halfCloses))('%s', async ([, check], test) => {
    if (transport.long) takesLong(test);
    await expect(holds(check, { ...transport, patience: 150 })).rejects.toThrow();
  });
});
