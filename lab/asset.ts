import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Page } from '../lib/transport/web/site.ts';

/** A file whose name has a hash of its content, so that a browser may keep it for ever. */
export interface Asset {
  /** The file as the sources call it: `main.js`. */
  readonly source: string;
  /** The file as it is built: `main-0123456789.js`. */
  readonly name: string;
  readonly page: Page;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Returns a file as a browser receives it. Its ending says what it is. */
export const pageOf = (file: string, body: string): Page => ({
  type: types[extname(file)] ?? 'text/plain',
  body,
});

export function assetOf(source: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const ending = extname(source);
  const name = `${source.slice(0, -ending.length)}-${hash}${ending}`;
  return { source, name, page: pageOf(name, body) };
}

/** Returns the page with the names of the built files, which are in the folder `assets` beside it. */
export const withAssets = (html: string, assets: readonly Asset[]): string =>
  assets.reduce(
    (text, { source, name }) => text.replaceAll(`"${source}"`, `"assets/${name}"`),
    html,
  );
