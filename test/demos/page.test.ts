import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { lacks } from '../needs.ts';
import { chromium, hears, introduce, pages, room, say, shows } from './pages.ts';
import { call } from './raw.ts';

describe.skipIf(lacks('Chromium')).concurrent(`the page (${chromium})`, () => {
  const house = pages();
  const { enter, open } = house;

  it('talks with another page and with nc, all at the same time', async test => {
    const [alice, bob] = await Promise.all([
      enter(test, house.shared, 'alice'),
      enter(test, house.shared, 'bob'),
    ]);
    const carol = await call(test, house.shared.tcpPort);
    carol.write('carol\n');
    await carol.heard.until(/^\* In the room: .*carol\n/m);
    carol.write('from carol\n');
    await Promise.all([say(alice, 'from alice'), say(bob, 'from bob')]);
    await Promise.all([
      hears(alice, 'from bob', 'bob'),
      hears(alice, 'from carol', 'carol'),
      hears(bob, 'from alice', 'alice'),
      hears(bob, 'from carol', 'carol'),
      carol.heard.until('[alice] from alice\n'),
      carol.heard.until('[bob] from bob\n'),
    ]);
    // Notices come later than words, and what they leave out is asked for.
    for (const name of ['alice', 'bob', 'carol'])
      await alice.locator('#here li', { hasText: name }).waitFor();
    const here = await alice.locator('#here li').allTextContents();
    expect(new Set(here).size).toBe(here.length);
    expect(await alice.textContent('#log .mine')).toBe('from alice');
  });

  it('draws what crossed, from the records of both pages and of the room', async test => {
    takesLong(test);
    const doors = await room(test);
    const [alice, bob] = await Promise.all([
      enter(test, doors, 'alice'),
      enter(test, doors, 'bob'),
    ]);
    const carol = await call(test, doors.tcpPort);
    carol.write('carol\n');
    await carol.heard.until('* In the room: ');
    // While the room stands still nobody hears: the words cross, however slow the machine.
    doors.signal('SIGSTOP');
    await Promise.all([say(alice, 'Tea?'), say(bob, 'Coffee?')]);
    doors.signal('SIGCONT');
    await Promise.all([carol.heard.until('Tea?\n'), carol.heard.until('Coffee?\n')]);
    // It would wait two seconds for what the pages tell, who may be slow: that is time in which it runs.
    doors.signal('SIGSTOP');
    await Promise.all([hears(alice, 'Coffee?', 'bob'), hears(bob, 'Tea?', 'alice')]);
    doors.signal('SIGCONT');
    await Promise.all([shows(alice, /\d+ ╳ \d+/), shows(bob, /\d+ ╳ \d+/)]);
    expect(await alice.textContent('#counted')).toMatch(
      /^1 crossing \(the last: \d+ ╳/,
    );
    await alice.check('#sentences');
    const sentence =
      /alice hears from the room: \[bob\] Coffee\? \(said at \d+; crossed/;
    await shows(alice, sentence);
  });

  it('shows markup and controls as the text that they are', async test => {
    takesLong(test);
    const page = await enter(test, house.shared, 'ann');
    const mallory = await call(test, house.shared.tcpPort);
    const attack = '<img src=x onerror=document.title="pwned"><b>bold</b>';
    mallory.write(`mallory\n${attack}\n\x1b[2J\u202edlrow\n`);
    await hears(page, attack, 'mallory');
    await hears(page, '\ufffd[2J\ufffddlrow', 'mallory');
    await say(page, attack);
    await shows(page, /<img src=x/);
    expect(
      await page.locator('#log :is(img, b b, span *), #wire :is(img, b)').count(),
    ).toBe(0);
    expect(await page.title()).toBe('The room · duplex-modes');
    // A script of the page could not make markup of a text either.
    const careless = `try { document.body.innerHTML = '<i>' } catch (error) { error.name }`;
    expect(await page.evaluate(careless)).toBe('TypeError');
  });

  it('keeps what was typed while the server is gone, and comes back by itself', async test => {
    takesLong(test);
    const doors = await room(test);
    const page = await enter(test, doors, 'alice');
    doors.signal('SIGKILL');
    await page.waitForSelector('#again:not([hidden])');
    await say(page, 'are you there?');
    expect(await page.textContent('#log .unsent')).toBe('are you there?');
    expect(await page.isVisible('#enter')).toBe(false);
    const again = await room(test, `--port ${doors.port} --tcp-port 0`);
    const bob = await call(test, again.tcpPort);
    bob.write('bob\n');
    // On a loaded machine the server may take long, and so the page's next pause would be.
    await page.evaluate("dispatchEvent(new Event('online'))");
    await bob.heard.until('[alice] are you there?\n');
    expect(await page.textContent('#state')).toBe('connected as alice');
    expect(await page.locator('#log .unsent').count()).toBe(0);
  });

  it('leaves at /quit, and stays away', async test => {
    takesLong(test);
    const page = await enter(test, house.shared, 'quitter');
    await say(page, '/quit');
    await page.waitForSelector('#enter:not([hidden])');
    expect(await page.textContent('#state')).toBe('not connected');
    expect(await page.isHidden('#again')).toBe(true);
  });

  it('asks for another name where one is taken', async test => {
    takesLong(test);
    await enter(test, house.shared, 'first');
    const page = await open(test, `http://localhost:${house.shared.port}/`);
    await introduce(page, 'First');
    await page.getByRole('alert').getByText('Taken: First is here already').waitFor();
    await introduce(page, 'second');
    await page.waitForSelector('#speak:not([hidden])');
  });

  it('is the only page that may talk to the room', async test => {
    takesLong(test);
    const { port, tcpPort } = house.shared;
    const stranger = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html').end('<title>stranger</title>');
    }).listen(0, '127.0.0.1');
    test.onTestFinished(() => void stranger.close());
    await once(stranger, 'listening');
    const page = await open(
      test,
      `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`,
    );
    const outcome = await page.evaluate(`new Promise(resolve => {
      const socket = new WebSocket('ws://127.0.0.1:${port}/room');
      socket.onopen = () => resolve('open');
      socket.onclose = ({ code }) => resolve(code);
    })`);
    expect(outcome).toBe(1006);
    // To any port it can have a form sent, and choose the lines in it: none of them is heard.
    const bob = await call(test, tcpPort);
    bob.write('bystander\n');
    await bob.heard.until('* In the room: ');
    await page.evaluate(`fetch('http://127.0.0.1:${tcpPort}/', {
      method: 'POST', mode: 'no-cors', body: 'forger\\nforged words\\n/quit\\n',
    }).catch(String)`);
    bob.write('/quit\n');
    expect(await bob.all).not.toMatch(/forge[rd]/);
  });

  it('fits a phone, and is used with the keyboard alone', async test => {
    takesLong(test);
    const page = await enter(test, house.shared, 'phone');
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.keyboard.type('typed now');
    await page.keyboard.press('Enter');
    expect(await page.textContent('#log .mine')).toBe('typed now');
    expect(await page.evaluate('document.activeElement.id')).toBe('words');
    // Even here there is a drawing, and sentences if they are wanted.
    await page.locator('#ladder', { hasText: 'typed now' }).waitFor();
    await page.check('#sentences');
    await shows(page, /phone says to the room: typed now/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});
