import type { Page } from 'playwright-core';

export interface Browser {
  /** What went wrong inside pages: exceptions, and what their policy forbade. */
  readonly complaints: readonly string[];
  page(address: string): Promise<Page>;
  close(): Promise<void>;
}

/** Only a guard, as for programs: nothing takes that long unless it is broken. In milliseconds. */
const patience = 45_000;

/** A headless Chromium with nothing remembered. */
export async function openBrowser(
  executablePath: string,
  look: { colorScheme?: 'light' | 'dark'; width?: number; height?: number } = {},
): Promise<Browser> {
  // Only now: it takes longer to load than most tests take, and most files with pages have only long tests.
  const { chromium } = await import('playwright-core');
  const { colorScheme = 'light', width = 1_280, height = 720 } = look;
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height },
  });
  const complaints: string[] = [];
  return {
    complaints,
    async page(address) {
      const page = await context.newPage();
      page.on('pageerror', error => complaints.push(String(error)));
      page.on('console', message => {
        if (message.text().includes('Content Security Policy'))
          complaints.push(message.text());
      });
      page.setDefaultTimeout(patience);
      await page.goto(address);
      return page;
    },
    close: () => browser.close(),
  };
}
