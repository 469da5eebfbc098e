import { describe, it } from 'vitest';
import { overTcp } from './links.ts';
import { allChecks, holds } from './transport.ts';

describe.each(overTcp)('$name', transport => {
  it.each(Object.entries(allChecks))('%s', async (_, check) => {
    await holds(check, transport);
  });
});
