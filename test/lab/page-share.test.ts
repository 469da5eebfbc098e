import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromJsonLines } from '../../lib/trace/jsonl.ts';
import { chromium } from '../demos/pages.ts';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { edit, lab, place, verdict } from './open-lab.ts';

describe.skipIf(lacks('Chromium'))(`what leaves the lab (${chromium})`, () => {
  const { open } = lab({ long: true });

  it('is a link that holds everything: text, link, framing, moment', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    await edit(page, text => text.replaceAll('Just testing.', 'Tea & <b>cake</b>?'));
    await page
      .locator('#ladder title', { hasText: '<b>cake</b>' })
      .first()
      .waitFor({ state: 'attached' });
    await page.selectOption('#framing', 'netstring');
    await page.locator('#link-chop').fill('3');
    await page.keyboard.press('Escape');
    await page.locator('#first').click();
    for (let i = 0; i < 9; i++) await page.click('#step');
    await page.click('#share');
    const [link, at] = [page.url(), await place(page)];
    const other = await open(test, link.split('#')[1]);
    expect(await place(other)).toBe(at);
    expect(await other.locator('#framing').inputValue()).toBe('netstring');
    expect(await other.locator('#link-chop').inputValue()).toBe('3');
    expect(await other.locator('.cm-content').textContent()).toContain('<b>cake</b>?');
    for (const one of [page, other]) await one.click('#last');
    expect(await verdict(other)).toBe(await verdict(page));
  });

  it.for([
    ['jsonl', /"what":"opened"/],
    ['svg', /^<svg xmlns=/],
    ['mermaid', /^sequenceDiagram/],
  ] as const)('is a file: %s', async ([format, start], test) => {
    takesLong(test);
    const page = await open(test, 'p2p/both-at-once?at=999');
    await page.click('#downloads summary');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`[data-format="${format}"]`),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(start);
  });

  it('and comes back: a record that is dropped is the same run', async test => {
    takesLong(test);
    const page = await open(test, 'p2p/both-at-once?at=999');
    const last = await page.locator('.event').last().getAttribute('aria-label');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('#downloads summary').then(() => page.click('[data-format="jsonl"]')),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(fromJsonLines(text).length).toBeGreaterThan(10);
    await page.setInputFiles('#record', {
      name: 'mine.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(text),
    });
    await page.getByRole('heading', { name: 'mine.jsonl' }).waitFor();
    expect(await verdict(page)).toMatch(
      /^full-duplex · shown · 2 messages · 1 crossing/,
    );
    expect(await page.locator('.event').last().getAttribute('aria-label')).toBe(last);
  });
});
