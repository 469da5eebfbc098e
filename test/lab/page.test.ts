import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueFromFiles } from '../../lab/catalogue-from-files.ts';
import { withText } from '../../lab/engine/catalogue.ts';
import { playState } from '../../lab/engine/play-state.ts';
import { chromium } from '../demos/pages.ts';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { best, edit, lab, place, verdict } from './open-lab.ts';

/** Chooses a scene, and returns how long its first picture takes, in milliseconds. */
const timeToShow = (scene: string): string => `(async () => {
  const [list, ladder] = ['#scene', '#ladder'].map(id => document.querySelector(id));
  const start = performance.now();
  const drawn = new Promise(done =>
    new MutationObserver(done).observe(ladder, { childList: true }),
  );
  list.value = '${scene}';
  list.dispatchEvent(new Event('change'));
  await drawn;
  return performance.now() - start;
})()`;

describe.skipIf(lacks('Chromium'))(`the lab’s page (${chromium})`, () => {
  const { open } = lab({ ours: true });

  it('plays a scene, by the keyboard alone, to the verdict of the terminal', async test => {
    const page = await open(test, 'half-duplex/both-wait?at=1');
    expect(await place(page)).toMatch(/^1 \//);
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toMatch(/^2 \//);
    await page.keyboard.press('End');
    expect(await verdict(page)).toBe(
      'half-duplex · ok · 2 heard in 2 turns · 0 crossings',
    );
    await page.keyboard.press('Home');
    expect(await place(page)).toMatch(/^0 \//);
    expect(await page.locator('.event').count()).toBe(0);
  });

  it('waits at a question until the reader goes on', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/both-wait?at=2');
    await page.selectOption('#speed', '4');
    await page.keyboard.press('Space');
    await page.locator('#question').waitFor();
    expect(await page.locator('#asked').textContent()).toMatch(/^Nothing is broken/);
    await page.keyboard.type('The caller');
    await page.keyboard.press('Enter');
    await page.locator('#question').waitFor({ state: 'hidden' });
    await page.getByText('You said: The caller').waitFor();
  });

  const modes = ['simplex', 'half-duplex', 'p2p', 'p2m', 'udp', 'websocket'];
  it.for(modes)('%s: its opening ends as in the terminal', async (demo, test) => {
    takesLong(test);
    const catalogue = await catalogueFromFiles();
    const scene = catalogue.find(({ name }) => name === demo)?.scenes[0]?.name ?? '';
    const { finding } = await playState(withText(catalogue, { demo, scene }));
    expect(finding?.ok).toBe(true);
    const page = await open(test, `${demo}/${scene}?at=0`);
    await page.click('#last');
    expect(`verdict: ${await verdict(page)}`).toBe(finding?.line);
  });

  it('turns the verdict with an edit that breaks the mode', async test => {
    takesLong(test);
    const page = await open(test, 'simplex/one-way?at=999');
    expect(await verdict(page)).toMatch(/^simplex · ok/);
    const replies = readFileSync('demos/simplex/scenes/2-canned-replies.scene', 'utf8');
    await edit(page, () => replies.replace(/^verdict .*$/m, 'verdict simplex'));
    await page.getByText('VIOLATED').waitFor();
    expect(await page.locator('#verdict .bad').count()).toBe(1);
  });

  it('shows a mistake at its line, and keeps the last picture', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    const events = await page.locator('.event').count();
    await edit(page, text => text.replace('alice connects', 'alice conects'));
    await page.locator('#problem').getByText('Line 6: expected a verb').waitFor();
    expect(await page.locator('.cm-mistake').textContent()).toBe('alice conects');
    expect(await page.locator('.event').count()).toBe(events);
    await page.click('#reset');
    await page.locator('#problem:empty').waitFor({ state: 'attached' });
  });

  it.for([
    ['half-duplex/taking-turns', ['chop', 'coalesce', 'delay', 'jitter', 'seed']],
    ['udp/one-is-missing', ['delay', 'seed', 'loss', 'repeat', 'reorder']],
    ['framing/anatomy', []],
  ] as const)(
    'has the faults that the link of %s can have',
    async ([scene, faults], test) => {
      takesLong(test);
      const page = await open(test, `${scene}?at=999`);
      const found = await page.evaluate(
        `[...document.querySelectorAll('#settings input')].map(({ name }) => name)`,
      );
      expect(found).toEqual(faults);
    },
  );

  it('draws what a slider does', async test => {
    takesLong(test);
    const page = await open(test, 'udp/one-is-missing?at=999');
    await page.click('#tab-change');
    await page.locator('#link-loss').fill('100');
    await page.locator('#problem:not(:empty)').waitFor();
    expect(await page.locator('#verdict .bad').count()).toBe(1);
    await page.click('#reset');
    await page.locator('#verdict .good').waitFor();
    expect(await page.locator('#link-loss').inputValue()).toBe('0');
  });

  it('shows the same moment, whether it comes from before or from after', async test => {
    takesLong(test);
    const page = await open(test, 'p2p/both-at-once?at=0');
    const seen: (string | null)[] = [];
    const see = () => page.locator('#ladder').innerHTML();
    const still = (markup: string) =>
      markup.replace(/<rect class="veil"[^>]*><\/rect>| tabindex="\S+"/g, '');
    for (let i = 0; i < 12; i++) {
      seen.push(still(await see()));
      await page.keyboard.press('ArrowRight');
    }
    for (const before of seen.reverse()) {
      await page.keyboard.press('ArrowLeft');
      expect(still(await see())).toBe(before);
    }
  });

  it('shows a scene within 0.2 s', async test => {
    takesLong(test);
    const page = await open(test, 'simplex/one-way?at=0');
    const catalogue = await catalogueFromFiles();
    const scenes = catalogue[0]?.scenes.map(({ name }) => name) ?? [];
    expect(scenes.length).toBeGreaterThan(5);
    for (const scene of scenes.slice(1)) {
      const measure = async () => Number(await page.evaluate(timeToShow(scene)));
      expect(await best(200, measure)).toBeLessThan(200);
    }
  });
});
