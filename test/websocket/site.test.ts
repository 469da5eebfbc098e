import { expect, it } from 'vitest';
import { problemWith } from '../../demos/websocket/page/fits.ts';
import { site } from '../../demos/websocket/site.ts';

it.each([100, 4_096, 20_000])(
  'the page knows that the room takes messages of %i bytes',
  async most => {
    const html = (await site(most)).get('/')?.body ?? '';
    const [, told] = /<input id="words"[^>]* data-most="(\d+)"/.exec(html) ?? [];
    expect(problemWith(most, Number(told))).toBe('');
    expect(problemWith(most + 1, Number(told))).toMatch(/^Too long: .* the limit is /);
  },
);
