import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { withLong } from '../long.ts';
import { findChromium } from '../needs.ts';
import { type Browser, openBrowser } from './browser.ts';
import { demo, type Program, type Test } from './program.ts';

/** Where the pages are shown. */
export const chromium = findChromium() ?? 'without Chromium';

export interface Doors extends Program {
  readonly port: number;
  readonly tcpPort: number;
}

/** The room with both its doors open. */
export async function room(
  test: Test,
  flags = '--port 0 --tcp-port 0',
): Promise<Doors> {
  const program = demo(test, 'websocket', `server ${flags}`);
  const [, port, tcpPort] = await program.out.until(
    /^listening on 127\.0\.0\.1:(\d+)\nlistening on 127\.0\.0\.1:(\d+)\n/,
  );
  return { ...program, port: Number(port), tcpPort: Number(tcpPort) };
}

/**
 * A browser and a room for all tests of a file, which clean up after each of them. `long`: all of
 * them take long.
 */
export function pages({ long = false } = {}) {
  const unused = long && !withLong;
  let browser: Browser;
  let shared: Doors;
  const finished: (() => void)[] = [];
  const all: Test = { onTestFinished: clean => void finished.push(clean) };
  beforeAll(async () => {
    if (unused) return;
    [browser, shared] = await Promise.all([openBrowser(chromium), room(all)]);
  });
  afterAll(async () => {
    if (unused) return;
    for (const clean of finished) clean();
    await browser.close();
    expect(browser.complaints).toEqual([]);
  });
  const open = async (test: Test, address: string): Promise<Page> => {
    const page = await browser.page(address);
    test.onTestFinished(() => void page.close());
    return page;
  };
  return {
    open,
    get shared() {
      return shared;
    },
    /** Opens the page and enters the room. */
    async enter(test: Test, { port }: Doors, name: string): Promise<Page> {
      const page = await open(test, `http://127.0.0.1:${port}/`);
      await introduce(page, name);
      await page.locator('#state', { hasText: 'connected as' }).waitFor();
      return page;
    },
  };
}

export async function introduce(page: Page, name: string): Promise<void> {
  await page.fill('#name', name);
  await page.press('#name', 'Enter');
}

export async function say(page: Page, words: string): Promise<void> {
  await page.fill('#words', words);
  await page.press('#words', 'Enter');
}

/** Somebody's words, or a notice, in the conversation. */
export const hears = (page: Page, text: string, from?: string): Promise<void> => {
  const lines = page.locator('#log p');
  const by = from === undefined ? lines : lines.filter({ has: speaker(page, from) });
  return by.getByText(text, { exact: true }).first().waitFor();
};

const speaker = (page: Page, name: string) =>
  page.locator('b').getByText(name, { exact: true });

/** A row of the picture, or of the sentences in its place. */
export const shows = (page: Page, row: RegExp): Promise<void> =>
  page.locator('#wire', { hasText: row }).waitFor();
