import { once } from 'node:events';
import { createServer, IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { oneRequestEach } from '../../lib/transport/web/one-request.ts';

const request = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
const ahead = request.repeat(1_500);

/** How many requests Node made objects of, when a client wrote these pieces on one connection. */
async function made(guard: (server: Server) => Server, ...pieces: string[]) {
  let count = 0;
  class Counted extends IncomingMessage {
    constructor(socket: ConstructorParameters<typeof IncomingMessage>[0]) {
      super(socket);
      count++;
    }
  }
  const server = guard(
    createServer({ IncomingMessage: Counted }, (_, response) =>
      response.setHeader('Connection', 'close').end('page'),
    ),
  );
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({ port, host: '127.0.0.1', noDelay: true });
  client.on('error', () => {});
  for (const piece of pieces)
    await new Promise(written => client.write(piece, written));
  client.resume();
  await once(client, 'close');
  return count;
}

describe('one request per connection', () => {
  it.each([
    ['in one write', [ahead]],
    ['after a first one', [request, ahead]],
    ['after an empty line', [`\r\n\r\n${ahead}`]],
    ['after half a line', ['GET / HT', `TP/1.1\r\nHost: a\r\n\r\n${ahead}`]],
    ['after a head that comes byte by byte', [...request, ahead]],
  ])('makes no objects of requests that are sent ahead %s', async (_, pieces) => {
    expect(await made(oneRequestEach, ...pieces)).toBe(1);
  });

  it('makes no objects of requests whose lines end with a line feed only', async () => {
    // Some versions of Node take such a request, and some refuse it.
    const bare = ahead.replaceAll('\r', '');
    expect(await made(oneRequestEach, bare)).toBeLessThan(2);
  });

  it('would see 1,500 of them otherwise', async () => {
    expect(await made(server => server, ahead)).toBe(1_500);
  });
});
