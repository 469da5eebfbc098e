import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from '../../lab/build.ts';
import { openBrowser } from '../../test/demos/browser.ts';
import { listenOn } from '../../test/lab/dumb-server.ts';

interface Picture {
  readonly file: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** What the lab shows. */
  readonly fragment: string;
  /** What a reader does there before the picture is taken. */
  prepare?(page: Page): Promise<unknown>;
}

const row = (page: Page, words: string) =>
  page.locator(`.event[aria-label*="${words}"]`).first();

async function drag(page: Page): Promise<void> {
  await row(page, 'alice says to exchange').hover();
  await page.mouse.down();
  await row(page, 'bob says to exchange').hover();
  await page.mouse.move(330, 425, { steps: 4 });
}

const pictures: readonly Picture[] = [
  {
    file: 'lab',
    fragment: 'half-duplex/taking-turns?at=999',
    prepare: page => row(page, 'alice says out of turn').click(),
  },
  {
    file: 'lab-dark',
    colorScheme: 'dark',
    fragment: 'p2p/both-at-once?at=13',
    prepare: page => page.click('#tab-words'),
  },
  {
    file: 'lab-editor',
    fragment: 'half-duplex/taking-turns?at=999',
    prepare: async page => {
      await page.click('#tab-change');
      await page.locator('.cm-line', { hasText: 'says Just testing.' }).click();
      await page.keyboard.press('End');
      await page.keyboard.type(' Ok?');
      await page.locator('.cm-mistake').waitFor();
    },
  },
  { file: 'lab-drag', fragment: 'p2p/both-at-once?at=10', prepare: drag },
  {
    file: 'lab-phone',
    width: 375,
    height: 812,
    fragment: 'simplex/one-way?at=9',
  },
];

/** Takes the pictures of the lab, built and served as anybody may. */
export async function takeLab(chromium: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lab-'));
  await build(folder);
  const { address, close } = await listenOn(folder);
  for (const picture of pictures) await take(picture, chromium, address);
  close();
  rmSync(folder, { recursive: true });
}

async function take(picture: Picture, chromium: string, address: string) {
  const { file, fragment, prepare, ...look } = picture;
  const browser = await openBrowser(chromium, { width: 1_280, height: 800, ...look });
  const page = await browser.page(`${address}#${fragment}`);
  await page.locator('#scrub:not([max="0"])').waitFor();
  await prepare?.(page);
  await page.screenshot({ path: `docs/assets/${file}.png`, animations: 'disabled' });
  await browser.close();
}
