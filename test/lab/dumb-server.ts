import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves a folder, and knows nothing of the lab. Returns the server's address. */
export async function listenOn(folder: string) {
  const server = createServer(({ url = '/' }, answer) => {
    const path = url === '/' ? '/index.html' : url.replace(/\?.*/, '');
    try {
      const body = readFileSync(join(folder, path));
      answer.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' });
      answer.end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
