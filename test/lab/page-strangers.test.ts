import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openBrowser } from '../demos/browser.ts';
import { chromium } from '../demos/pages.ts';
import { recordFile, type Test } from '../demos/program.ts';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { best, edit, lab, paste, verdict } from './open-lab.ts';

const attack = `</text></svg><img src=x onerror="document.title='pwned'"><script>document.title='pwned'</script>`;

const event = (n: number, rest: object) =>
  JSON.stringify({ n, at: n, end: 'room', link: 'l', by: 'self', ...rest });

const watch = `globalThis.longest = 0;
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' })`;
const nextFrame = 'new Promise(done => requestAnimationFrame(() => setTimeout(done)))';

/**
 * Opens a record, and returns the longest time in which the page could not answer, in ms. The
 * browser reads it from the disk: to hand over 10 MB in another way would take the page a second.
 */
async function drop(test: Test, page: Page, text: string): Promise<number> {
  const file = recordFile(test, 'jsonl');
  writeFileSync(file, text);
  await page.evaluate(watch);
  await page.setInputFiles('#record', []);
  await page.setInputFiles('#record', file);
  await page.locator('#told', { hasText: 'run.jsonl' }).waitFor({ state: 'attached' });
  for (const key of ['ArrowLeft', 'Home', 'End']) await page.keyboard.press(key);
  // The last drawing is done when the next frame is.
  await page.evaluate(nextFrame);
  return Number(await page.evaluate('longest'));
}

async function isUnharmed(page: Page): Promise<void> {
  expect(await page.title()).not.toBe('pwned');
  expect(await page.locator('img, #ladder script').count()).toBe(0);
}

describe.skipIf(lacks('Chromium'))(`the lab and strangers (${chromium})`, () => {
  const { open } = lab({ long: true });

  it('has a policy under which text does not become markup, and no other script runs', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=1');
    const write = `document.body.insertAdjacentHTML('beforeend', '<b>x</b>')`;
    await expect(page.evaluate(write)).rejects.toThrow(/TrustedHTML/);
    await expect(page.evaluate(`new Worker('x.js')`)).rejects.toThrow(
      /TrustedScriptURL/,
    );
  });

  it('asks no other host for anything: an attempt is refused, and noticed', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=1');
    const other = await openBrowser(chromium);
    test.onTestFinished(() => other.close());
    const guarded = await other.page(page.url());
    const ask = `fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')`;
    expect(await guarded.evaluate(ask)).toBe('refused');
    expect(other.complaints.join()).toMatch(
      /127\.0\.0\.1:9\/.* Content Security Policy/,
    );
  });

  it('draws markup in a scene as letters', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    await edit(page, text =>
      text.replaceAll('Just testing.', attack).replace('title: ', `title: ${attack}`),
    );
    await page
      .locator('.event', { has: page.locator('rect') })
      .first()
      .waitFor();
    await page
      .locator('#ladder title', { hasText: 'onerror' })
      .first()
      .waitFor({ state: 'attached' });
    for (const tab of ['#tab-words', '#tab-watch']) await page.click(tab);
    await isUnharmed(page);
  });

  it('draws markup in a record as letters, also in names', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    const link = attack.slice(0, 100);
    const lines = [
      event(1, { what: 'opened', end: attack.slice(0, 150), link }),
      event(2, {
        what: 'sent',
        kind: 'message',
        text: attack,
        size: 9,
        end: attack.slice(0, 150),
        link,
      }),
    ];
    await drop(test, page, lines.join('\n'));
    await page.locator('.event').first().click();
    await isUnharmed(page);
  });

  it('shows a record whose ends have the names of what every object has', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    const lines = ['toString', '__proto__'].map((end, i) =>
      event(i + 1, { what: 'sent', kind: 'message', text: 'Hi', size: 2, end }),
    );
    await drop(test, page, lines.join('\n'));
    expect(await verdict(page)).toMatch(/undecided/);
    expect(await page.locator('#verdict .good').count()).toBe(0);
  });

  const many = Array.from({ length: 100_000 }, (_, i) =>
    event(i + 1, { what: 'sent', kind: 'message', text: `words ${i}`, size: 9 }),
  ).join('\n');
  const crowd = Array.from({ length: 2_000 }, (_, i) =>
    event(i + 1, { what: 'opened', end: `e${i}`, link: `l${i}` }),
  ).join('\n');
  const long = event(1, {
    what: 'sent',
    kind: 'message',
    text: 'x'.repeat(10_000_000),
    size: 1,
  });
  it.for([
    ['100,000 events', many],
    ['2,000 ends', crowd],
    ['a line of 10 MB', long],
    ['no record at all', '\0'.repeat(1_000)],
  ] as const)('never freezes for a second: %s', async ([, text], test) => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    const longest = await best(1_000, () => drop(test, page, text));
    expect(longest).toBeLessThan(1_000);
    await page.click('#tab-words');
    await isUnharmed(page);
  });

  it.for([
    [encodeURIComponent(attack), 'simplex', 'The lab does not know'],
    [
      `half-duplex/${encodeURIComponent(attack)}?at=1`,
      'simplex',
      'The lab does not know',
    ],
    ['p2p/no-such-scene', 'p2p', 'p2p has no scene "no-such-scene"'],
    ['p2p', 'p2p', ''],
    ['', 'simplex', ''],
  ] as const)(
    'opens what a link asks for, or says why not: #%s',
    async ([fragment, demo, words], test) => {
      takesLong(test);
      const page = await open(test, fragment);
      await isUnharmed(page);
      expect(await page.locator('#demo').inputValue()).toBe(demo);
      expect(await page.locator('#told').textContent()).toMatch(words);
    },
  );

  it('refuses ten megabytes of text before the editor takes them', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    await page.click('#tab-change');
    const longest = await best(1_000, async () => {
      await page.evaluate(watch);
      await paste(page, "'\\nxxxxxxxxxxxxxxx'.repeat(600_000)");
      await page.locator('#told', { hasText: 'Not pasted' }).waitFor();
      await page.evaluate(nextFrame);
      return Number(await page.evaluate('longest'));
    });
    expect(longest).toBeLessThan(1_000);
  });

  it('takes a megabyte of text into the editor', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    await page.click('#tab-change');
    const longest = await best(1_000, async () => {
      await page.evaluate(watch);
      await paste(page, "'\\nx'.repeat(500_000)");
      await page.locator('#problem:not(:empty)').waitFor();
      await page.evaluate(nextFrame);
      return Number(await page.evaluate('longest'));
    });
    expect(longest).toBeLessThan(1_000);
  });
});
