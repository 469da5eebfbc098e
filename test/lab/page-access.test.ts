import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromium } from '../demos/pages.ts';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { edit, lab, place, verdict } from './open-lab.ts';

const axe = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Asks axe-core. It comes in by the debugger, for the page's policy allows no other script. */
async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const found = (await page.evaluate('axe.run()')) as AxeResults;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

/** What has the focus, and how many square pixels it takes. */
const focused = `(() => {
  const { activeElement } = document;
  if (activeElement === document.body) return ['the browser', 1_000];
  const { width, height } = activeElement.getBoundingClientRect();
  const name = activeElement.id || activeElement.getAttribute('class');
  return [name ?? activeElement.tagName, width * height];
})()`;

describe.skipIf(lacks('Chromium'))(`the lab for everybody (${chromium})`, () => {
  const { open } = lab({ long: true });

  const looks = (['light', 'dark'] as const).flatMap(colorScheme =>
    [1_280, 375].map(width => ({ colorScheme, width })),
  );
  it.for(looks)(
    'axe-core finds nothing: $colorScheme, $width px',
    async (look, test) => {
      takesLong(test);
      const page = await open(test, 'half-duplex/taking-turns?at=999');
      await page.emulateMedia({ colorScheme: look.colorScheme });
      await page.setViewportSize({ width: look.width, height: 800 });
      await page.locator('.event').nth(4).click();
      expect(await violations(page)).toEqual([]);
      for (const tab of ['#tab-change', '#tab-words', '#keys summary']) {
        await page.click(tab);
        expect(await violations(page)).toEqual([]);
      }
    },
  );

  it('axe-core finds nothing at a question, a mistake and a lesson', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/both-wait?at=4');
    await page.click('#step');
    expect(await page.locator('#question').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await edit(page, () => '<b>');
    await page.locator('#problem:not(:empty)').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.selectOption('#demo', 'framing');
    await page.click('#last');
    await page.locator('#lesson pre').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('axe-core does find a button without a name', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    await page.evaluate(
      "document.querySelector('#play').removeAttribute('aria-label')",
    );
    expect(await violations(page)).toEqual([
      expect.stringMatching(/^button-name: #play/),
    ]);
  });

  it('says the run in sentences, as it grows', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=0');
    const log = page.getByRole('log');
    expect(await log.getAttribute('aria-live')).toBe('polite');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    expect(await log.locator('p').allTextContents()).toEqual([
      '1 alice connects to station',
      '2 station accepts alice (connected at 1)',
      'The caller speaks first. That rule is all that keeps both from waiting.',
      '3 alice says: Is anybody there?',
      '4 station hears from alice: Is anybody there? (said at 3)',
    ]);
  });

  it('says a lesson as it grows, and nothing twice', async test => {
    takesLong(test);
    const page = await open(test, 'framing/three-writes?at=1');
    const log = page.getByRole('log');
    await page.evaluate("globalThis.first = document.querySelector('#lesson p')");
    await page.keyboard.press('ArrowRight');
    expect(await log.locator('p').count()).toBe(2);
    expect(await page.evaluate('first.isConnected')).toBe(true);
    expect(await log.getAttribute('aria-live')).toBe('polite');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await log.getAttribute('aria-live')).toBe('off');
  });

  it('needs no pointer: an event is chosen and a message moved by keys', async test => {
    takesLong(test);
    const page = await open(test, 'p2p/both-at-once?at=999');
    await page.locator('.event[tabindex="0"]').focus();
    for (let i = 0; i < 60; i++) await page.keyboard.press('ArrowUp');
    const title = page.locator('#event-title');
    expect(await title.textContent()).toMatch(/^1 alice connects/);
    while (!/alice says.*Tea at four/.test((await title.textContent()) ?? '')) {
      await page.keyboard.press('ArrowDown');
    }
    const before = await verdict(page);
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText(/^Line \d+ has moved/).waitFor({ state: 'attached' });
    expect(await verdict(page)).not.toBe(before);
  });

  it('has every part of the player in the order of the focus', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=3');
    await page.locator('#first').focus();
    const order: string[] = [];
    for (let i = 0; i < 7; i++) {
      order.push(String(await page.evaluate('document.activeElement.id')));
      await page.keyboard.press('Tab');
    }
    expect(order).toEqual(['first', 'back', 'play', 'step', 'last', 'scrub', 'speed']);
    await page.locator('#scrub').focus();
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toMatch(/^4 \//);
  });

  it('shows where the focus is, all the way through the page and back', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=5');
    const seen = new Set<string>();
    for (const key of ['Tab', 'Shift+Tab'])
      for (let i = 0; i < 30; i++) {
        await page.keyboard.press(key);
        const [name, size] = (await page.evaluate(focused)) as [string, number];
        seen.add(name);
        expect(size, name).toBeGreaterThan(100);
      }
    for (const name of ['demo', 'share', 'event', 'tab-watch', 'verdict', 'scrub'])
      expect([...seen].join(' ')).toContain(name);
  });

  it('stands still for a reader who asks for less motion', async test => {
    takesLong(test);
    const page = await open(test, 'simplex/one-way?at=0');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.selectOption('#scene', 'half-close');
    await page.getByRole('heading', { level: 2, name: /\?$/ }).waitFor();
    expect(await page.locator('#play').getAttribute('aria-label')).toBe('Play');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.veil').count()).toBe(0);
  });
});
