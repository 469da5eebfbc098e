import { describe, expect, it } from 'vitest';
import { chromium } from '../demos/pages.ts';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { lab } from './open-lab.ts';

/** Opens each menu, and returns those that are not whole in the window. */
const cutOff = `[...document.querySelectorAll('details.menu')].flatMap(menu => {
  menu.open = true;
  const { left, right } = menu.lastElementChild.getBoundingClientRect();
  menu.open = false;
  return left < 0 || right > innerWidth ? [menu.id + ' ' + left + ' ' + right] : [];
})`;

describe.skipIf(lacks('Chromium'))(`the lab at any width (${chromium})`, () => {
  const { open } = lab({ long: true });

  it('opens each menu inside the window', async test => {
    takesLong(test);
    const page = await open(test, 'half-duplex/taking-turns?at=999');
    for (const width of [360, 400, 600, 700, 980, 1_280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(cutOff), `${width} px`).toEqual([]);
    }
  });

  it('has the screens of those who type or hear something, from the start', async test => {
    takesLong(test);
    const page = await open(test, 'udp/overtaken?at=1');
    const names = page.locator('.screen h3');
    expect(await names.allTextContents()).toEqual(['alice', 'bob']);
  });

  it('has no parts beside a lesson, for it has no ladder and no text', async test => {
    takesLong(test);
    const page = await open(test, 'framing/three-writes?at=999');
    const side = page.locator('aside');
    expect(await side.isVisible()).toBe(false);
    const { width = 0 } = (await page.locator('main > .stage').boundingBox()) ?? {};
    expect(width).toBe(1_280);
    await page.selectOption('#demo', 'simplex');
    await side.waitFor();
  });

  it('shades the edge after which the ladder goes on', async test => {
    takesLong(test);
    const page = await open(test, 'p2m/one-to-many?at=0');
    await page.setViewportSize({ width: 400, height: 800 });
    const {
      x = 0,
      y = 0,
      width = 0,
    } = (await page.locator('#ladder').boundingBox()) ?? {};
    // No lane is so near to an edge: without a shade both strips are blank.
    const strip = (left: number) =>
      page.screenshot({ clip: { x: left, y: y + 60, width: 4, height: 40 } });
    const isShaded = async () => !(await strip(x)).equals(await strip(x + width - 4));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate("document.querySelector('#ladder').scrollLeft = 0");
      expect(await isShaded()).toBe(true);
      await page.evaluate("document.querySelector('#ladder').scrollLeft = 9999");
      expect(await isShaded()).toBe(false);
    }
  });

  const marks = ['a message', 'a notice, or the connection itself'];
  const numbers = '1, 2, 3 the order of events';
  it.for([
    ['simplex/one-way', [...marks, numbers]],
    [
      'half-duplex/taking-turns',
      [...marks, 'may speak', 'must listen', 'not heard', numbers],
    ],
    ['p2p/both-at-once', [...marks, '7 and 8 crossed', numbers]],
    ['framing/anatomy', []],
  ] as const)(
    'says what the marks in the ladder of %s mean',
    async ([scene, words], test) => {
      takesLong(test);
      const page = await open(test, `${scene}?at=999`);
      const legend = page.getByRole('list', { name: 'Legend' });
      const items = await legend.getByRole('listitem').all();
      const heard = await Promise.all(items.map(item => item.ariaSnapshot()));
      expect(heard.map(one => one.replace(/^- listitem: "?|"$/g, ''))).toEqual(words);
    },
  );
});
