import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takesLong, withLong } from '../long.ts';
import { lacks, type Skippable } from '../needs.ts';
import { type Browser, openBrowser } from './browser.ts';
import { chromium } from './pages.ts';
import { demo, recordFile, script, server, type Test } from './program.ts';
import { call, listen } from './raw.ts';

const attack = `</script><img src=x onerror="document.title='pwned'"><b>bold</b>`;

describe.skipIf(lacks('Chromium')).concurrent(`a record’s page (${chromium})`, () => {
  let browser: Browser;
  // test/view/html.test.ts checks what needs no browser.
  beforeEach(takesLong);
  beforeAll(async () => {
    if (withLong) browser = await openBrowser(chromium);
  });
  afterAll(async () => {
    if (!withLong) return;
    await browser.close();
    expect(browser.complaints).toEqual([]);
  });

  async function open(test: Test, file: string): Promise<Page> {
    const page = await browser.page(pathToFileURL(file).href);
    test.onTestFinished(() => void page.close());
    return page;
  }

  async function scenePage(test: Test, name: string, flags = ''): Promise<Page> {
    const file = recordFile(test, 'html');
    expect(await demo(test, name, `--plain ${flags} --trace ${file}`).ended).toBe(0);
    return open(test, file);
  }

  /** What a tap saw of one that sends these lines. */
  async function tapPage(test: Test & Skippable, ...lines: string[]): Promise<Page> {
    const file = recordFile(test, 'html');
    const { port, caller } = await listen(test);
    const args = ['0', `127.0.0.1:${port}`, '--framing', 'netstring', '--trace', file];
    const tap = script(test, 'demos/tap.ts', args);
    const [, own] = await tap.out.until(/^listening on 127\.0\.0\.1:(\d+), for/);
    const near = await call(test, Number(own));
    const far = await caller;
    for (const line of lines) near.write(`${Buffer.byteLength(line)}:${line},`);
    await far.heard.until(`${lines.at(-1)},`);
    near.end();
    far.end();
    await tap.out.until('verdict: ');
    tap.signal('SIGINT');
    expect(await tap.ended).toBe(0);
    return open(test, file);
  }

  const chosen = (page: Page) => page.locator('#chosen h2').textContent();
  const bytes = (page: Page) =>
    page.locator('#chosen .bytes tbody tr').allTextContents();

  it('shows each event with its bytes, by the keyboard alone', async test => {
    const page = await scenePage(test, 'half-duplex');
    expect(await page.locator('.verdict.good').textContent()).toMatch(/· ok ·/);
    await page.keyboard.press('Tab');
    expect(await chosen(page)).toBe('1 alice connects to station');
    for (let nth = 1; nth < 5; nth++) await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toMatch(
      /^5 alice says out of turn, not heard: Hello\?\?/,
    );
    expect(await bytes(page)).toEqual([
      'payload48 65 6c 6c 6f 3f 3fHello??',
      'delimiter0a.',
    ]);
    await page.keyboard.press('ArrowRight');
    expect(await chosen(page)).toBe(
      '6 station does not hear 5 from alice: out of turn',
    );
    await page.keyboard.press('End');
    expect(await chosen(page)).toMatch(/^18 alice hears that station ended/);
    // Then the list: every event is one stop.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await chosen(page)).toBe('2 station accepts alice (connected at 1)');
  });

  it('chooses what is clicked', async test => {
    const page = await scenePage(test, 'half-duplex');
    await page.locator('a.event').nth(8).click();
    expect(await chosen(page)).toBe('9 station says: [station] Yes. What is it?');
    expect(await page.locator('a.event.other').getAttribute('href')).toBe('#e10');
    await page.locator('#events a').nth(2).click();
    expect(await chosen(page)).toBe('3 alice says: Is anybody there?');
  });

  it('makes no markup of what strangers say, and asks nobody for anything', async test => {
    const page = await tapPage(test, attack, '\u001b[2J\u202edlrow');
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.reload();
    expect(asked).toEqual([page.url()]);
    expect(await page.title()).toBe('what a tap saw');
    expect(await page.locator('img, b, script:not(:last-child)').count()).toBe(0);
    await page.locator('a.event').nth(2).click();
    expect(await page.locator('#chosen .text').textContent()).toBe(attack);
    const [length, payload, check] = await bytes(page);
    expect(length).toBe('length36 34 3a64:');
    expect(payload).toContain(`3c 2f 73`);
    expect(check).toBe('check2c,');
    expect(await page.textContent('#events')).toContain('\ufffd[2J\ufffddlrow');
  });

  it('would run no script and no style that is not its own', async test => {
    const file = recordFile(test, 'html');
    await demo(test, 'simplex', `--plain --trace ${file}`).ended;
    const other = await openBrowser(chromium);
    const page = await other.page(pathToFileURL(file).href);
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'document.title = "pwned"';
      document.body.append(script);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'document.title = "pwned"');
      document.body.append(button);
      button.click();
    `);
    expect(await page.title()).not.toBe('pwned');
    expect(other.complaints.length).toBeGreaterThan(0);
    await other.close();
  });

  it('is read in a window of 360 pixels, and on paper', async test => {
    const page = await scenePage(test, 'p2p');
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.locator('a.event').nth(21).focus();
    const { x = -1 } = (await page.locator('text="22"').boundingBox()) ?? {};
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(340);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('#chosen')).toBe(false);
    expect(await page.locator('#events .bytes').first().isVisible()).toBe(true);
  });

  it('is written by a server, and of joined records', async test => {
    const files = [recordFile(test, 'html'), recordFile(test, 'jsonl')];
    const station = await server(test, 'half-duplex', `--trace ${files[0]}`);
    const flags = `client --port ${station.port} --trace ${files[1]}`;
    const client = demo(test, 'half-duplex', flags, { input: 'open' });
    client.type('Tea?\n');
    await client.out.until('[station] TEA?');
    client.endInput();
    expect(await client.ended).toBe(0);
    station.signal('SIGINT');
    expect(await station.ended).toBe(0);
    const own = await open(test, files[0] ?? '');
    expect(await own.textContent('.verdict')).toContain('only the station');
    expect(await own.locator('svg .name').allTextContents()).toEqual([
      'caller 1',
      'station',
    ]);
    const joined = recordFile(test, 'html');
    const args = ['half-duplex', files[1] ?? '', '--trace', joined];
    await script(test, 'demos/verdict.ts', args).ended;
    const page = await open(test, joined);
    await page.locator('#events a', { hasText: 'caller says: Tea?' }).focus();
    expect(await bytes(page)).toEqual(['payload54 65 61 3fTea?', 'framing0a.']);
  });
});
