import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromium } from '../demos/pages.ts';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { lab, verdict } from './open-lab.ts';

describe.skipIf(lacks('Chromium'))(`a message that moves (${chromium})`, () => {
  const { open } = lab({ long: true });

  const rowOf = (page: Page, words: string) =>
    page.locator(`.event[aria-label*="${words}"]`);

  async function middleOf(page: Page, words: string) {
    const box = await rowOf(page, words).first().boundingBox();
    expect(box).not.toBeNull();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    return [x + width / 2, y + height / 2] as const;
  }

  it('turns the verdict, when it is dragged', async test => {
    takesLong(test);
    const page = await open(test, 'p2p/both-at-once?at=9');
    expect(await verdict(page)).toMatch(/1 crossing \(29 ╳ 30\)/);
    await page.mouse.move(...(await middleOf(page, 'bob says to exchange')));
    await page.mouse.down();
    await page.mouse.move(
      ...(await middleOf(page, 'alice hears from exchange: * Paired')),
      {
        steps: 8,
      },
    );
    expect(await page.locator('#dragged').textContent()).toMatch(
      /bob says .*Are you free\?/,
    );
    await page.mouse.up();
    await page
      .locator('#told', { hasText: 'has moved to line' })
      .waitFor({ state: 'attached' });
    await page.click('#last');
    expect(await verdict(page)).not.toMatch(/1 crossing/);
    expect(await page.locator('#dragged').isHidden()).toBe(true);
  });

  it('goes down when it is dragged down, also onto what its own block caused', async test => {
    takesLong(test);
    const page = await open(test, 'p2p/both-at-once?at=9');
    await page.mouse.move(...(await middleOf(page, 'alice says to exchange: Tea')));
    await page.mouse.down();
    const below = await middleOf(page, 'alice hears from exchange: [bob]');
    await page.mouse.move(...below, { steps: 8 });
    await page.mouse.up();
    await page
      .locator('#told', { hasText: 'Line 13 has moved to line 15' })
      .waitFor({ state: 'attached' });
    await page.click('#last');
    expect(await verdict(page)).toMatch(/2 messages · 0 crossings/);
  });

  it('can be moved again, because it stays chosen', async test => {
    takesLong(test);
    const page = await open(test, 'p2p/both-at-once?at=999');
    const crossing = await verdict(page);
    await rowOf(page, 'alice says to exchange').first().click();
    await page.getByRole('button', { name: 'Move earlier' }).click();
    await page
      .locator('#told', { hasText: 'has moved' })
      .waitFor({ state: 'attached' });
    expect(await verdict(page)).not.toBe(crossing);
    await page.getByRole('button', { name: 'Move later' }).click();
    await page.locator('#ladder .crossing').waitFor();
    expect(await verdict(page)).toBe(crossing);
  });
});
