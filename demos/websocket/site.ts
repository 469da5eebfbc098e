import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Site } from '../../lib/transport/web/site.ts';
import { pageScript } from './page-script.ts';

const folder = new URL('page/', import.meta.url);
const read = (file: string) => readFile(new URL(file, folder), 'utf8');

/** The package has the script ready. In a clone it is made from its TypeScript. */
const script = (): Promise<string> =>
  read('page.js').catch(() => pageScript(fileURLToPath(new URL('main.ts', folder))));

/**
 * Returns the page as a browser receives it: a few files in memory. Its modules become one file, without types.
 * `longest`: the longest message that the room accepts, in bytes. The page does not send more. `note`: what
 * else stands below the picture.
 */
export async function site(longest: number, note = ''): Promise<Site> {
  const [html, css, picture, icon, js] = await Promise.all([
    read('index.html'),
    read('page.css'),
    read('picture.css'),
    read('icon.svg'),
    script(),
  ]);
  return new Map([
    [
      '/',
      {
        type: 'text/html',
        body: html
          .replace('data-most="4096"', `data-most="${longest}"`)
          .replace('<!-- note -->', note),
      },
    ],
    ['/page.css', { type: 'text/css', body: css }],
    ['/picture.css', { type: 'text/css', body: picture }],
    ['/icon.svg', { type: 'image/svg+xml', body: icon }],
    ['/page.js', { type: 'text/javascript', body: js }],
  ]);
}
