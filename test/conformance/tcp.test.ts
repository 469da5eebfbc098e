import { describe, it } from 'vitest';
import { overTcp } from './links.ts';
import { checks, holds } from './transport.ts';

describe.each(overTcp)('$name', transport => {
  it.each(Object.entries(checks))('%s', async (_, check) => {
    await holds(check, transport);
  });
});
