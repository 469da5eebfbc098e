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
});
