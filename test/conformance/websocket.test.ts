import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { overWeb } from './links.ts';
import { checks, halfCloses, holds, wholeCloses } from './transport.ts';

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
