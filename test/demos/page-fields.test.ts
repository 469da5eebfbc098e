import type { WebSocket } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { chromium, hears, introduce, pages, room, say } from './pages.ts';
import { call } from './raw.ts';

describe.skipIf(lacks('Chromium'))(`the fields of the page (${chromium})`, () => {
  const house = pages({ long: true });
  const { enter, open } = house;

  it('leave a refused name to be mended, for as long as that takes, and do not try it again', async test => {
    takesLong(test);
    const { port, tcpPort } = await room(test, '--port 0 --tcp-port 0 --name-time 5');
    const bob = await call(test, tcpPort);
    bob.write('taken\n');
    await bob.heard.until('* In the room: ');
    const page = await open(test, `http://127.0.0.1:${port}/`);
    const links: WebSocket[] = [];
    page.on('websocket', link => link.url().includes('/room') && links.push(link));
    await introduce(page, 'Taken');
    await page.getByRole('alert').getByText('Taken: Taken is here already').waitFor();
    // The room does not wait for ever for a name: it ends the link. The page does wait.
    await links[0]?.waitForEvent('close', { timeout: 45_000 });
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.locator('#name').pressSequentially('2');
    expect(await page.inputValue('#name')).toBe('Taken2');
    expect(await page.textContent('#state')).toBe('choose another name');
    expect(await page.isVisible('#speak')).toBe(false);
    expect(links).toHaveLength(1);
    await page.press('#name', 'Enter');
    await page.locator('#state', { hasText: 'connected as Taken2' }).waitFor();
  }, 120_000);

  it('say what is wrong with a name before the page sends it', async test => {
    takesLong(test);
    const page = await open(test, `http://127.0.0.1:${house.shared.port}/`);
    expect(await page.textContent('#name-rule')).toContain('1 to 24 letters');
    await introduce(page, 'no name');
    expect(await page.textContent('#name-problem')).toBe('A name cannot have spaces');
    expect(await page.inputValue('#name')).toBe('no name');
    expect(await page.textContent('#log')).toBe('');
  });

  it('hold back, by its bytes, a message for which the room would dismiss the person; and blanks', async test => {
    takesLong(test);
    const page = await enter(test, house.shared, 'wordy');
    for (const letters of ['你'.repeat(1_366), '😀'.repeat(1_500)]) {
      await say(page, letters);
      expect(await page.inputValue('#words')).toBe(letters);
      expect(await page.textContent('#words-problem')).toContain('the limit is 4,096');
    }
    await say(page, '  \u3000 ');
    expect(await page.locator('#log .mine').count()).toBe(0);
    await say(page, '你'.repeat(1_365));
    expect(await page.textContent('#words-problem')).toBe('');
    await say(page, '/who');
    await hears(page, 'In the room: wordy');
    expect(await page.textContent('#state')).toBe('connected as wordy');
    expect(await page.textContent('#log')).not.toContain('Too long');
  }, 120_000);
});
