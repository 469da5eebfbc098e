import {
  createServer,
  type IncomingMessage,
  type Server,
  ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Socket } from 'node:net';
import { streamOptions } from '../tcp/options.ts';
import { oneRequestEach } from './one-request.ts';
import { servePage } from './site.ts';
import type { WebOptions } from './web-options.ts';

// What happens at the page's port before a conversation begins: HTTP.

/** How long a request or a handshake may take, in milliseconds. */
const handshake = 5_000;

/** Drops a client that asked for a WebSocket, got none, and does not read the answer. */
export function hurry(socket: Socket, { patience = handshake }: WebOptions): void {
  socket.setTimeout(patience).on('timeout', () => socket.destroy());
}

/** Returns a server with deadlines for slow clients, and with little space for a request's header. */
export function serverOf(options: WebOptions): Server {
  const { host = '127.0.0.1', site = new Map(), most, patience = handshake } = options;
  const { keepAlive = streamOptions.keepAlive.default } = options;
  const server = createServer(
    {
      headersTimeout: patience,
      requestTimeout: patience,
      connectionsCheckingInterval: patience / 5,
      maxHeaderSize: 8_192,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: keepAlive * 1_000,
    },
    servePage(site, host),
  );
  // A client that sends a request, and then does not read the answer, is dropped.
  server.on('request', (_, response) => response.setTimeout(patience));
  if (most !== undefined) server.maxConnections = most;
  return oneRequestEach(server);
}

/** Answers a client that offers another protocol (h2c) in plain HTTP/1.1: RFC 9110, 7.8. */
export function asPlain(
  server: Server,
  request: IncomingMessage,
  socket: Socket,
): void {
  const response = new ServerResponse(request);
  socket.on('error', () => {});
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once('finish', () => socket.destroySoon());
  server.emit('request', request, response);
}

export function turnAway(socket: Socket, status: number, why: string): void {
  socket.on('error', () => {});
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${why.length}\r\n\r\n${why}`,
  );
}
