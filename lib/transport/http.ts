import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Socket } from 'node:net';
import { serve } from './site.ts';
import type { WebOptions } from './websocket.ts';

// What happens at the page's port before a conversation begins: HTTP.

/** How long a request or a handshake may take, in milliseconds. */
const handshake = 5_000;
/** The most requests of one connection that may wait for their answers. A browser sends one at a time. */
const inHand = 8;

/** Returns a server with deadlines for slow clients, and with little space for a request's header. */
export function serverOf(options: WebOptions): Server {
  const { host = '127.0.0.1', site = new Map(), most, patience = handshake } = options;
  const server = createServer(
    {
      headersTimeout: patience,
      requestTimeout: patience,
      keepAliveTimeout: patience,
      connectionsCheckingInterval: patience / 5,
      maxHeaderSize: 8_192,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: options.keepAlive ?? 30_000,
    },
    inTurn(serve(site, host)),
  );
  // A client that sends a request, and then does not read the answer, is dropped.
  server.on('request', (_, response) => response.setTimeout(patience));
  server.on('upgrade', (_, socket: Socket) => {
    // This holds until it is a WebSocket: then ws removes the timeout.
    socket.setTimeout(patience, () => socket.destroy());
  });
  if (most !== undefined) server.maxConnections = most;
  return server;
}

/**
 * One answer at a time on each connection. A client that sends many requests before it has the answers (HTTP
 * pipelining) is not a browser, and may never read: it is dropped before each request costs an answer.
 */
function inTurn(handle: RequestListener): RequestListener {
  const asked = new WeakMap<Socket, (() => void)[]>();
  return (request, response) => {
    const { socket } = request;
    const queue = asked.get(socket) ?? [];
    asked.set(socket, queue);
    if (queue.length >= inHand) return void socket.destroy();
    response.once('close', () => {
      queue.shift();
      queue[0]?.();
    });
    queue.push(() => handle(request, response));
    if (queue.length === 1) queue[0]?.();
  };
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
