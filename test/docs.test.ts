import { expect, it } from 'vitest';
import { pages, renewed } from '../docs/generate/pages.ts';
import { pitfallPages } from '../docs/generate/pitfalls.ts';
import { needs } from './needs.ts';

// The pages of pitfalls are compared where the pitfalls are played: test/pitfalls.
it.for(pages().filter(page => !pitfallPages.includes(page)))(
  '%s shows what really happens (npm run docs repairs it)',
  async (page, test) => {
    if (page === 'docs/tap.md') needs(test, 'python3, 3.9 or newer');
    const { before, after } = await renewed(page);
    expect(before).toBe(after);
  },
);
