// `npm run screenshot`: pictures of the lab, and of the page of demo:websocket, in a browser. It needs Chromium.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../test/demos/browser.ts';
import { findChromium } from '../../test/needs.ts';
import { takeLab } from './lab-screenshots.ts';

const chromium = findChromium();
if (chromium === undefined)
  throw new Error('Cannot take pictures: Chromium was not found');
mkdirSync('docs/assets', { recursive: true });
await takeLab(chromium);
for (const colorScheme of ['light', 'dark'] as const) {
  const ending = colorScheme === 'light' ? '' : '-dark';
  await take(`docs/assets/websocket${ending}.png`, chromium, colorScheme);
}

/** Takes one picture of two pages and a member on TCP, on links that are slow enough for messages to cross. */
async function take(file: string, path: string, colorScheme: 'light' | 'dark') {
  const flags = ['server', '--port', '0', '--tcp-port', '0', '--delay', '150'];
  const server = spawn(
    process.execPath,
    ['run.js', 'demos/run.ts', 'websocket', ...flags],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await until(server.stdout, /(:\d+\n[\s\S]*){2}/);
  const ports = [...said.matchAll(/:(\d+)\n/g)].map(([, port]) => Number(port));
  const browser = await openBrowser(path, { colorScheme, width: 1_200, height: 600 });
  const page = async (name: string) => {
    const opened = await browser.page(`http://127.0.0.1:${ports[0]}/`);
    await opened.fill('#name', name);
    await opened.press('#name', 'Enter');
    await opened.locator('#state', { hasText: 'connected as' }).waitFor();
    return opened;
  };
  const [alice, bob] = [await page('alice'), await page('bob')];
  const carol = connect(ports[1] ?? 0, '127.0.0.1');
  carol.write('carol\n');
  await until(carol, /In the room: alice, bob, carol/);
  await alice.locator('#here li', { hasText: 'carol' }).waitFor();
  await say(alice, 'Hi from a page');
  await shows(alice, '[alice] Hi from a page');
  carol.write('And from nc\n');
  await shows(alice, 'And from nc');
  await Promise.all([say(alice, 'Tea?'), say(bob, 'Coffee?')]);
  await shows(alice, /\d+ ╳ \d+/);
  await alice.screenshot({ path: file });
  carol.destroy();
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
}

async function say(page: Page, words: string): Promise<void> {
  await page.fill('#words', words);
  await page.press('#words', 'Enter');
}

function shows(page: Page, row: string | RegExp): Promise<void> {
  return page.locator('#wire', { hasText: row }).waitFor();
}

/** Waits until a stream's output contains `wanted`. Returns the output. */
function until(stream: Readable, wanted: RegExp): Promise<string> {
  let text = '';
  return new Promise(resolve => {
    stream.on('data', bytes => {
      text += String(bytes);
      if (wanted.test(text)) resolve(text);
    });
  });
}
