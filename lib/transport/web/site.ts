import type { IncomingMessage, ServerResponse } from 'node:http';
import { whyNot } from './origin.ts';

/** A file as a browser receives it. */
export interface Page {
  /** `text/html`, `text/css`, `text/javascript`. */
  readonly type: string;
  readonly body: string;
}

/** All files of the site, by path. They are known in advance, so no path can lead to any other file. */
export type Site = ReadonlyMap<string, Page>;

/**
 * A page may load from here, talk to here, and be framed by nobody. Its scripts cannot make markup of text,
 * unless the page itself allows a way to do it (`trusted-types`): a browser holds it to both.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  // One request per connection: see one-request.ts. A body that comes with it is not read.
  Connection: 'close',
};

/** Answers requests for pages. `known`: the name that this server was told to listen on. */
export function servePage(site: Site, known: string) {
  // All answers share these bytes: a text would be converted to new bytes for each answer.
  const bytes = new Map([...site.values()].map(page => [page, Buffer.from(page.body)]));
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url = '' } = request;
    const refused = whyNot({ host: request.headers.host }, known);
    const page = site.get(url.split('?', 1)[0] ?? '');
    if (refused !== undefined) answer(response, refused.status, refused.why);
    else if (page === undefined) answer(response, 404, 'Nothing here');
    else if (method !== 'GET' && method !== 'HEAD')
      answer(response.setHeader('Allow', 'GET, HEAD'), 405, 'There is only GET here');
    else answer(response, 200, bytes.get(page) ?? '', page.type);
  };
}

function answer(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  type = 'text/plain',
): void {
  response
    .writeHead(status, {
      ...headers,
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Length': Buffer.byteLength(body),
    })
    .end(body);
}
