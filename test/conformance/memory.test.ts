import { describe, it } from 'vitest';
import { inMemory } from './links.ts';
import { allChecks, holds } from './transport.ts';

describe.each(inMemory)('$name', transport => {
  it.each(Object.entries(allChecks))('%s', async (_, check) => {
    await holds(check, transport);
  });
});
