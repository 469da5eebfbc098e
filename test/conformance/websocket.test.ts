import { describe, expect, it } from 'vitest';
import { overWeb } from './links.ts';
import { checks, halfCloses, holds, wholeCloses } from './transport.ts';

describe.each(overWeb)('$name', transport => {
  it.each(Object.entries({ ...checks, ...wholeCloses }))('%s', async (_, check) => {
    await holds(check, transport);
  });
});

describe.each(overWeb)('$name has no half-close, so it cannot keep', transport => {
  it.each(Object.entries(halfCloses))('%s', async (_, check) => {
    await expect(holds(check, { ...transport, patience: 150 })).rejects.toThrow();
  });
});
