import { describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../demos/browser.ts';
import { hears, introduce, say, shows } from '../demos/pages.ts';
import type { Test } from '../demos/program.ts';
import { webMember } from '../demos/web-member.ts';
import { takesLong } from '../long.ts';
import { findChromium, needs } from '../needs.ts';
import { NatsServer } from './nats-server.ts';
import { nodeOn } from './room.ts';

/** A node, and the port of its page. */
async function nodeWithPage(test: Test, url: string) {
  const node = await nodeOn(test, url, '--page-port 0');
  const [, page] = await node.program.out.until(/\nopen http:\/\/127\.0\.0\.1:(\d+),/);
  return { ...node, page: Number(page) };
}

async function enter(browser: Browser, port: number, name: string) {
  const page = await browser.page(`http://127.0.0.1:${port}/`);
  await introduce(page, name);
  await page.locator('#state', { hasText: `connected as ${name}` }).waitFor();
  return page;
}

describe.concurrent('the pages of two nodes', () => {
  it('are doors of one room, which hears one order', async test => {
    needs(test, 'nats-server');
    const { url } = await NatsServer.start(test);
    const [a, b] = await Promise.all([
      nodeWithPage(test, url),
      nodeWithPage(test, url),
    ]);
    const [alice, bob] = [
      await webMember(test, a.page, 'alice'),
      await webMember(test, b.page, 'bob'),
    ];
    const [carol, dave] = [await a.join('carol'), await b.join('dave')];
    await dave.heard.until('* In the room: alice, bob, carol, dave\n');
    for (let nth = 1; nth <= 50; nth++) {
      alice.socket.send(`from A ${nth}`);
      bob.socket.send(`from B ${nth}`);
    }
    const heard = [carol, dave].map(async ({ heard }) => {
      await heard.until('[alice] from A 50\n');
      await heard.until('[bob] from B 50\n');
      return heard.text.split('\n').filter(line => line.startsWith('['));
    });
    const [one = [], other] = await Promise.all(heard);
    expect(one).toHaveLength(100);
    expect(other).toEqual(one);
    await alice.heard.until('[bob] from B 50\n');
    expect(alice.heard.text).not.toContain('[alice]');
  });

  it('say that they show one node, and judge only its members', async test => {
    takesLong(test);
    needs(test, 'nats-server');
    needs(test, 'Chromium');
    const { url } = await NatsServer.start(test);
    const [a, b] = [await nodeWithPage(test, url), await nodeOn(test, url)];
    const browser = await openBrowser(findChromium() ?? '');
    test.onTestFinished(() => browser.close());
    const [alice, dan] = [
      await enter(browser, a.page, 'alice'),
      await enter(browser, a.page, 'dan'),
    ];
    const bob = await b.join('bob');
    await alice.locator('#here li', { hasText: 'bob' }).waitFor();
    bob.write('Coffee?\n');
    await Promise.all([
      hears(alice, 'Coffee?', 'bob'),
      shows(alice, /\[bob\] Coffee\?/),
    ]);
    await say(alice, 'Tea?');
    await Promise.all([hears(dan, 'Tea?', 'alice'), bob.heard.until('[alice] Tea?\n')]);
    await alice.locator('#counted', { hasText: '1 message' }).waitFor();
    expect(await alice.textContent('#counted')).toBe(
      '0 crossings · 1 message, heard 1 time',
    );
    expect(await alice.textContent('#note')).toContain('one node of a room');
    expect(browser.complaints).toEqual([]);
  });
});
