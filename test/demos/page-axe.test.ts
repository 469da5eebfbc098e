import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { chromium, introduce, pages, say, shows } from './pages.ts';

/** What a checker of accessibility finds on a page, in a few words. */
async function problemsOf(page: Page): Promise<string[]> {
  const { default: checker } = await import('axe-core');
  await page.evaluate(checker.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document)');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
}

describe.skipIf(lacks('Chromium'))(`the page for everybody (${chromium})`, () => {
  const house = pages({ long: true });
  const { enter, open } = house;

  it.for(['light', 'dark'] as const)(
    'has nothing to mend, in %s',
    async (colorScheme, test) => {
      takesLong(test);
      const page = await open(test, `http://127.0.0.1:${house.shared.port}/`);
      // Letters that are still fading in have less contrast.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await problemsOf(page)).toEqual([]);
      await introduce(page, '2 fast');
      expect(await problemsOf(page)).toEqual([]);
      await introduce(page, `first-${colorScheme}`);
      await page.waitForSelector('#speak:not([hidden])');
      expect(await problemsOf(page)).toEqual([]);
      const other = await enter(test, house.shared, `second-${colorScheme}`);
      await Promise.all([say(page, 'Tea?'), say(other, 'Coffee?')]);
      await shows(page, /Coffee\?/);
      expect(await problemsOf(page)).toEqual([]);
      await page.check('#sentences');
      await shows(page, /hears from the room: .*Coffee/);
      expect(await problemsOf(page)).toEqual([]);
    },
  );

  it('would have something to mend without its labels', async test => {
    takesLong(test);
    const page = await open(test, `http://127.0.0.1:${house.shared.port}/`);
    await page.evaluate('document.querySelector(`label[for=name]`).remove()');
    expect(await problemsOf(page)).toContainEqual(expect.stringMatching(/^label: /));
  });
});
