import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { build, labSite } from '../../lab/build.ts';
import { doors } from '../../lib/transport/doors.ts';
import { type Browser, openBrowser } from '../demos/browser.ts';
import { chromium } from '../demos/pages.ts';
import { withLong } from '../long.ts';
import { listenOn } from './dumb-server.ts';

interface Test {
  onTestFinished(clean: () => void): void;
}

/**
 * The built lab in a browser, for all tests of a file. No page may ask another server for
 * anything, and nothing may go against the page's policy. `long`: all of them take long.
 * `ours`: served as `npm run lab` does, with the policy of our server, and not from a folder.
 */
export function lab({ long = false, ours = false } = {}) {
  const unused = long && !withLong;
  const folder = mkdtempSync(join(tmpdir(), 'lab-'));
  const strange: string[] = [];
  let browser: Browser;
  let own = '';
  let close = () => {};
  beforeAll(async () => {
    if (unused) return;
    ({ address: own, close } = ours ? await listenAsOurs() : await inFolder(folder));
    browser = await openBrowser(chromium, { width: 1_280, height: 800 });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    if (unused) return;
    await browser.close();
    close();
    expect(browser.complaints).toEqual([]);
    expect(strange).toEqual([]);
  });
  return {
    /** Opens the lab at a fragment, and waits until the scene has been played. */
    async open(test: Test, fragment = ''): Promise<Page> {
      const page = await browser.page('about:blank');
      test.onTestFinished(() => void page.close());
      page.on('request', request => {
        if (!request.url().startsWith(own)) strange.push(request.url());
      });
      await page.goto(`${own}#${fragment}`);
      await page.locator('#scrub:not([max="0"])').waitFor();
      return page;
    },
  };
}

async function inFolder(folder: string) {
  await build(folder);
  return listenOn(folder);
}

async function listenAsOurs() {
  const { anywhere, listen } = await doors.websocket.network();
  const listener = await listen({ ...anywhere(), site: await labSite(), paths: [] });
  return {
    address: `http://${listener.address}/`,
    close: () => void listener.close(),
  };
}

/** The verdict's line as the page shows it. */
export const verdict = (page: Page): Promise<string | null> =>
  page.locator('#verdict .line').last().textContent();

/** How much of the scene is shown: `4 / 12`. */
export const place = (page: Page): Promise<string | null> =>
  page.locator('#place').textContent();

/** Changes the text in the editor, as a reader may. */
export async function edit(
  page: Page,
  change: (text: string) => string,
): Promise<void> {
  await page.click('#tab-change');
  const lines = await page.locator('.cm-content .cm-line').allTextContents();
  await paste(page, JSON.stringify(change(lines.join('\n'))));
}

/** Pastes a text into the editor in place of its own. `text` is an expression in the page. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${text});
    const paste = { clipboardData, bubbles: true, cancelable: true };
    const content = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
    content.dispatchEvent(new ClipboardEvent('paste', paste));
  })()`);
}

/** Measures until it is below the limit, three times at most: the machine may be busy. */
export async function best(
  limit: number,
  measure: () => Promise<number>,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && least >= limit; i++)
    least = Math.min(least, await measure());
  return least;
}
