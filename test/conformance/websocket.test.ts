import { describe, expect, it } from 'vitest';
import { overWeb } from './links.ts';
import { checks, halfCloses, holds, wholeCloses } from './transport.ts';

describe.each(overWeb)('$name', transport => {
  it.each(Object.entries({ ...checks, ...wholeCloses }))('%s', async (_, check) => {
    await holds(check, transport);
  });
});

describe('websocket has no half-close, so it cannot keep', () => {
  const [transport] = overWeb;
  it.each(Object.entries(halfCloses))('%s', async (_, check) => {
    if (transport === undefined) throw new Error('Cannot ask: there is no transport');
    await expect(holds(check, { ...transport, patience: 150 })).rejects.toThrow();
  });
});
