import { describe, expect, it } from 'vitest';
import { memory } from './links.ts';
import { allChecks, holds, type Transport, wholeCloses } from './transport.ts';
import { wrongWires } from './wrong-wires.ts';

describe.each(Object.entries(wrongWires))('a wire that %s', (name, wrong) => {
  const transport: Transport = {
    name,
    large: 1_048_576,
    patience: 200,
    async open() {
      const { near, far, close } = await memory();
      return { near: wrong.spoil(near), far: wrong.spoil(far), close };
    },
  };

  it.each(wrong.convictedBy)('is convicted by "%s"', async convictedBy => {
    const check = allChecks[convictedBy];
    if (check === undefined) throw new Error(`Cannot find the check "${convictedBy}"`);
    await expect(holds(check, transport)).rejects.toThrow();
  });
});

it.each(Object.entries(wholeCloses))(
  'a transport with half-close is convicted by "%s"',
  async (_, check) => {
    const transport = { name: 'memory', large: 1_000, patience: 200, open: memory };
    await expect(holds(check, transport)).rejects.toThrow();
  },
);
