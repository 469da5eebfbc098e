import { describe, it } from 'vitest';
import { inMemory } from './links.ts';
import { checks, holds } from './transport.ts';

describe.each(inMemory)('$name', transport => {
  it.each(Object.entries(checks))('%s', async (_, check) => {
    await holds(check, transport);
  });
});
