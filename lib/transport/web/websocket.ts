import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { type Clock, realClock } from '../../connection/clock.ts';
import { Queue } from '../../connection/queue.ts';
import type { Wire } from '../../connection/wire.ts';
import { orNoAnswer } from '../tcp/connect-timeout.ts';
import { endpoint } from '../tcp/endpoint.ts';
import { streamOptions } from '../tcp/options.ts';
import type { Listener } from '../tcp/tcp.ts';
import { asPlain, hurry, serverOf, turnAway } from './http.ts';
import { whyNot } from './origin.ts';
import type { WebOptions } from './web-options.ts';
import { WebSocketWire } from './websocket-wire.ts';

/** A listener with one stream of wires per path. `wires` has those of the first path. */
export interface WebListener extends Listener {
  at(path: string): AsyncIterable<Arrived>;
}

/** A wire, and the query of its handshake: `?key=…`. */
export interface Arrived extends Wire {
  readonly query: URLSearchParams;
}

/** How long a peer may take to answer a Close, in milliseconds. */
const closing = 2_000;
/** A peer has no reason to send a message in more pieces than this. */
const fragments = 64;
const [normal, goingAway] = [1000, 1001];

/**
 * Serves the page by HTTP, and the conversation by WebSocket. Rejects with Node's error if it
 * cannot listen.
 */
export function listenWebSocket(options: WebOptions): Promise<WebListener> {
  const { host = '127.0.0.1', port = 0, paths } = options;
  const { backlog = streamOptions.backlog.default } = options;
  const server = serverOf(options);
  const doors = new Map(paths.map(path => [path, new Queue<Arrived>()]));
  const upgrades = upgradesOf(options);
  let code = normal;
  const side = { role: 'callee', code: () => code } as const;
  let opened: Socket | undefined;
  server.on('upgrade', (request, socket: Socket, head) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket')
      return asPlain(server, request, socket);
    const [path = '', query] = (request.url ?? '').split('?', 2);
    const door = doors.get(path);
    const { origin } = request.headers;
    const refused = whyNot({ host: request.headers.host, origin }, host);
    if (refused !== undefined) return turnAway(socket, refused.status, refused.why);
    if (door === undefined) return turnAway(socket, 404, 'Nothing here');
    upgrades.handleUpgrade(request, socket, head, ws => {
      opened = socket;
      const asked = query === undefined ? undefined : new URLSearchParams(query);
      door.push(new WebSocketWire({ socket, ws }, side, asked));
    });
  });
  // ws answers immediately, so now it is a WebSocket or it was refused.
  server.on('upgrade', (_, socket: Socket) => {
    if (socket !== opened) hurry(socket, options);
    opened = undefined;
  });
  const address = () => {
    const at = server.address();
    return typeof at === 'object' ? endpoint(at?.address, at?.port) : String(at);
  };
  const at = (path: string) => doors.get(path) ?? new Queue<Arrived>();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog }, () => {
      server.off('error', reject);
      // Out of descriptors: see `listen` for TCP.
      server.on('error', () => {});
      resolve({ address: address(), wires: at(paths[0] ?? ''), at, close });
    });
  });

  function close(): Promise<void> {
    code = goingAway;
    for (const door of doors.values()) door.close();
    return new Promise(resolve => {
      server.close(() => resolve());
      // Connections that have become WebSockets are no longer HTTP, so they stay.
      server.closeAllConnections();
    });
  }
}

/** Rejects if there is no answer in 5 s by `clock`, or an answer other than 101. */
export function connectWebSocket(
  host: string,
  port: number,
  path: string,
  clock: Clock = realClock,
): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(`ws://${endpoint(host, port)}${path}`, {
      perMessageDeflate: false,
      maxPayload: 1_048_576,
    });
    const failed = (error: Error) => {
      stopWaiting();
      reject(error);
    };
    const stopWaiting = orNoAnswer(clock, error => {
      failed(error);
      ws.terminate();
    });
    let socket: Socket | undefined;
    ws.on('error', failed);
    ws.once('upgrade', (response: IncomingMessage) => {
      socket = response.socket;
    });
    ws.once('open', () => {
      stopWaiting();
      if (socket) resolve(new WebSocketWire({ socket, ws }, { role: 'caller' }));
    });
  });
}

/** Compression is off: WebSocketWire depends on it, and compression would only make small messages slower. */
function upgradesOf({ maxPayload = 16_384 }: WebOptions): WebSocketServer {
  const limits = { maxPayload, maxFragments: fragments, closeTimeout: closing };
  return new WebSocketServer({
    ...limits,
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
  });
}
