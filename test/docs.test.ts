import { expect, it } from 'vitest';
import { pages, renewed } from '../docs/generate/pages.ts';

/** A page starts programs, and plays every scene of its demo. */
const patience = 30_000;

it.each(pages())(
  '%s shows what really happens (npm run docs repairs it)',
  async page => {
    const { before, after } = await renewed(page);
    expect(before).toBe(after);
  },
  patience,
);
