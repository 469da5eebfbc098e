import { describe, it } from 'vitest';
import { takesLong } from '../long.ts';
import { inMemory } from './links.ts';
import { allChecks, holds } from './transport.ts';

describe.each(inMemory)('$name', transport => {
  it.for(Object.entries(allChecks))('%s', async ([, check], test) => {
    if (transport.long) takesLong(test);
    await holds(check, transport);
  });
});
