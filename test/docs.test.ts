import { expect, it } from 'vitest';
import { pages, renewed } from '../docs/generate/pages.ts';
import { needs } from './needs.ts';

it.for(pages())(
  '%s shows what really happens (npm run docs repairs it)',
  async (page, test) => {
    if (page === 'docs/tap.md') needs(test, 'python3, 3.9 or newer');
    const { before, after } = await renewed(page);
    expect(before).toBe(after);
  },
);
