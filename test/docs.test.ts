import { expect, it } from 'vitest';
import { pages, renewed } from '../docs/generate/pages.ts';

it.each(pages())(
  '%s shows what really happens (npm run docs repairs it)',
  async page => {
    const { before, after } = await renewed(page);
    expect(before).toBe(after);
  },
);
