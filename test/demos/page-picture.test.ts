import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { chromium, hears, introduce, pages, room, say, shows } from './pages.ts';
import { call } from './raw.ts';

const lanesOf = (page: Page) => page.locator('#heads text').allTextContents();

/** Counts, while the test goes on, how long frames take and how often the ladder is drawn. */
const watchFrames = `
  window.seen = { frames: 0, draws: 0, longest: 0 };
  let last = performance.now();
  const frame = now => {
    seen.frames++;
    seen.longest = Math.max(seen.longest, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new MutationObserver(() => seen.draws++).observe(document.getElementById('ladder'), { childList: true });
`;

interface Seen {
  readonly frames: number;
  readonly draws: number;
  readonly longest: number;
}

describe.skipIf(lacks('Chromium'))(`the picture of the page (${chromium})`, () => {
  const house = pages({ long: true });
  const { enter, open } = house;

  it('slides: numbers stay, and it says how many events came earlier', async test => {
    takesLong(test);
    const doors = await room(test);
    const [alice, bob] = [
      await enter(test, doors, 'alice'),
      await enter(test, doors, 'bob'),
    ];
    for (let at = 1; at <= 180; at++) await say(alice, `message ${at}`);
    await shows(bob, /\[alice\] message 180/);
    const earlier = await bob.textContent('#earlier');
    const [, left = ''] = /^… (\d+) earlier events$/.exec(earlier ?? '') ?? [];
    expect(Number(left)).toBeGreaterThan(100);
    await bob.check('#sentences');
    const first = await bob.locator('#told li').first().textContent();
    expect(first).toMatch(new RegExp(`^${Number(left) + 1} `));
    expect(await bob.locator('#told li').count()).toBe(600);
    // The counts are those of the whole record.
    expect(await bob.textContent('#counted')).toMatch(/180 messages, heard 180 times/);
  });

  it('has lanes for those who are here, and one for those who left', async test => {
    takesLong(test);
    const doors = await room(test);
    const alice = await enter(test, doors, 'alice');
    const bob = await enter(test, doors, 'bob');
    await say(bob, 'I shall be back');
    await shows(alice, /I shall be back/);
    expect(await lanesOf(alice)).toEqual(['alice (you)', 'the room', 'bob']);
    // The name is still there when the page is loaded again.
    await bob.reload();
    expect(await bob.inputValue('#name')).toBe('bob');
    await alice.locator('#heads', { hasText: '1 other' }).waitFor();
    expect(await lanesOf(alice)).toEqual(['alice (you)', 'the room', '1 other']);
    expect(await alice.textContent('#folded')).toContain('bob');
    await introduce(bob, 'bob');
    await alice.locator('#heads text', { hasText: 'bob' }).waitFor();
    expect(await lanesOf(alice)).toEqual(['alice (you)', 'the room', 'bob']);
  });

  it('stays at the end while more comes, and does not move one who reads further up', async test => {
    takesLong(test);
    const doors = await room(test);
    const page = await enter(test, doors, 'alice');
    const nelly = await call(test, doors.tcpPort);
    nelly.write('nelly\n');
    await nelly.heard.until('* In the room: ');
    const below = (id: string) =>
      `(box => box.scrollHeight - box.scrollTop - box.clientHeight)(document.getElementById('${id}'))`;
    const says = async (from: number) => {
      for (let at = from; at < from + 100; at++) {
        nelly.write(`line ${at}\n`);
        if (at % 5 === 4) await page.evaluate('new Promise(requestAnimationFrame)');
      }
      await shows(page, new RegExp(`\\[nelly\\] line ${from + 99}`));
    };
    await says(100);
    for (const id of ['log', 'wire'])
      expect(await page.evaluate<number>(below(id))).toBeLessThan(5);
    const read = `document.getElementById('log').scrollTop`;
    await page.evaluate(`${read} = 300`);
    await says(200);
    expect(await page.evaluate(read)).toBe(300);
    expect(await page.evaluate<number>(below('wire'))).toBeLessThan(5);
  });

  it('says what to do until two are here', async test => {
    takesLong(test);
    const doors = await room(test);
    const page = await open(test, `http://127.0.0.1:${doors.port}/`);
    const step = () => page.locator('#start [aria-current=step]').textContent();
    expect(await step()).toContain('Choose a name');
    expect(await page.isVisible('#talk')).toBe(false);
    await introduce(page, 'alice');
    await page.waitForSelector('#speak:not([hidden])');
    expect(await step()).toContain('Open this page a second time');
    await enter(test, doors, 'bob');
    await page.locator('#start').waitFor({ state: 'hidden' });
  });

  it('never freezes for a second, and draws at most once per frame, at 1,000 events per second', async test => {
    takesLong(test);
    const doors = await room(test);
    const page = await enter(test, doors, 'alice');
    await Promise.all(['bob', 'carol'].map(name => enter(test, doors, name)));
    const nelly = await call(test, doors.tcpPort);
    nelly.write('nelly\n');
    await nelly.heard.until('* In the room: ');
    await page.bringToFront();
    await page.evaluate(watchFrames);
    // Seven events each: one line in, three out, three heard.
    for (let at = 0; at < 600; at++) {
      nelly.write(`line ${at}\n`);
      if (at % 15 === 14)
        await page.evaluate('new Promise(done => setTimeout(done, 100))');
    }
    await shows(page, /\[nelly\] line 599/);
    const seen = await page.evaluate<Seen>('seen');
    expect(seen.draws).toBeGreaterThan(5);
    expect(seen.draws).toBeLessThanOrEqual(seen.frames);
    // Alone on a machine it takes a tenth of that.
    expect(seen.longest).toBeLessThan(1_000);
  });

  it('says that it waits while too much happens, and goes on with the numbers', async test => {
    takesLong(test);
    const doors = await room(test, '--port 0 --tcp-port 0 --burst 100000');
    const page = await enter(test, doors, 'alice');
    const nelly = await call(test, doors.tcpPort);
    nelly.write('nelly\n');
    await nelly.heard.until('* In the room: ');
    const paused = page.locator('#paused', {
      hasText: 'More than 3,000 events per second',
    });
    // How much a busy room records in a second depends on the machine, so that one flood may not be too much.
    const floods = () => {
      nelly.write('flood\n'.repeat(1_200));
      return paused.waitFor({ timeout: 3_000 });
    };
    await vi.waitFor(floods, { timeout: 45_000, interval: 500 });
    nelly.write('the end\n');
    await hears(page, 'the end', 'nelly');
    // The page's own reports of the flood may fill another second: what is said then is not recorded.
    const calm = page.locator('#wire', { hasText: 'calm' });
    const seen = () => {
      nelly.write('calm\n');
      return calm.waitFor({ timeout: 1_000 });
    };
    await vi.waitFor(seen, { timeout: 30_000, interval: 100 });
    await paused.waitFor({ state: 'hidden' });
    expect(await page.textContent('#counted')).toMatch(/counted since event [\d,]+$/);
  });
});
