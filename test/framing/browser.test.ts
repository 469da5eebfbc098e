import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { openBrowser } from '../demos/browser.ts';
import { takesLong } from '../long.ts';
import { findChromium, needs } from '../needs.ts';

/** Says each message by each framing, byte by byte, and returns what arrives. */
const program = `
import * as all from './lib/framing/index.ts';

const { delimited, lengthPrefixed, lines, netstring, slip, text, websocket } = all;
const framings = [lines(), delimited('--'), lengthPrefixed(), netstring(), slip(), websocket()];
const messages = ['Hi', 'grüße 👋', '\\u{fffd}', 'x'.repeat(9_000)];

globalThis.heard = framings.map(text).map(codec => {
  const decoder = codec.decoder();
  return messages.flatMap(message =>
    [...codec.encode(message)].flatMap(byte => {
      decoder.push(Uint8Array.of(byte));
      return decoder.read() ?? [];
    }),
  );
});
globalThis.expected = framings.map(() => messages);

globalThis.streamed = async () => {
  const codec = text(lengthPrefixed());
  const bytes = new Blob(messages.map(message => codec.encode(message))).stream();
  const reader = bytes.pipeThrough(all.messageStream(codec)).getReader();
  const found = [];
  for (let next = await reader.read(); !next.done; next = await reader.read())
    found.push(next.value);
  return [found, messages];
};
`;

it('the framings run in a browser, without a module of Node', async test => {
  takesLong(test);
  needs(test, 'Chromium');
  const { outputFiles, warnings } = await build({
    stdin: { contents: program, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    charset: 'utf8',
  });
  const browser = await openBrowser(findChromium() ?? '');
  test.onTestFinished(() => browser.close());
  const page = await browser.page('about:blank');
  await page.evaluate(outputFiles[0]?.text ?? '');
  const [heard, expected, buffer] = (await page.evaluate(
    '[heard, expected, typeof Buffer]',
  )) as unknown[];
  const [streamed, messages] = (await page.evaluate('streamed()')) as unknown[];
  expect(streamed).toEqual(messages);
  expect(warnings).toEqual([]);
  expect(buffer).toBe('undefined');
  expect(heard).toEqual(expected);
});
