import {
  createServer,
  type NetConnectOpts,
  type ListenOptions as NetListenOptions,
  connect as netConnect,
  type Socket,
} from 'node:net';
import { type Clock, realClock } from '../../connection/clock.ts';
import { Queue } from '../../connection/queue.ts';
import type { Wire } from '../../connection/wire.ts';
import { defaultsOf } from '../../options/option.ts';
import { orNoAnswer } from './connect-timeout.ts';
import { endpoint } from './endpoint.ts';
import { streamOptions } from './options.ts';
import { socketWire } from './socket-wire.ts';

/** What a server listens on, whatever the transport. */
export interface Listener {
  /** The address with the real port: `127.0.0.1:9002`. */
  readonly address: string;
  readonly wires: AsyncIterable<Wire>;
  /** Accepts no more. Open connections stay; over TCP it settles when the last of them is closed. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host?: string;
  /** 0: any free one. */
  readonly port?: number;
  readonly backlog?: number;
  /** Seconds of silence before TCP sends keep-alive probes. */
  readonly keepAlive?: number;
}

const usual = defaultsOf(streamOptions);

/** Accepts TCP connections. */
export function listen(options: ListenOptions = {}): Promise<Listener> {
  const { host = '127.0.0.1', port = 0 } = options;
  const { backlog = usual.backlog, keepAlive = usual.keepAlive } = options;
  return accept({ host, port, backlog }, keepAlive, socket =>
    socketWire(socket, 'callee'),
  );
}

/**
 * Accepts connections at a host and port, or at a path. `allowHalfOpen`: otherwise Node answers the
 * peer's FIN with ours, and what the peer still waits for is dropped. `pauseOnConnect`: nothing is
 * read before a mode has taken charge.
 */
export function accept(
  where: NetListenOptions,
  keepAlive: number,
  wireOf: (socket: Socket) => Wire,
): Promise<Listener> {
  const wires = new Queue<Wire>();
  const server = createServer({
    allowHalfOpen: true,
    pauseOnConnect: true,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: keepAlive * 1_000,
  });
  server.on('connection', socket => {
    wires.push(wireOf(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      // Out of descriptors (EMFILE), libuv closes the new connection and continues to listen: the others do
      // not notice, and there is nothing for us to do about it.
      server.on('error', () => {});
      const at = server.address();
      const address =
        typeof at === 'object' ? endpoint(at?.address, at?.port) : String(at);
      resolve({ address, wires, close: () => close() });
    });
  });

  function close(): Promise<void> {
    wires.close();
    return new Promise(resolve => {
      server.close(() => resolve());
    });
  }
}

export interface ConnectOptions {
  /** As in `ListenOptions`. */
  readonly keepAlive?: number;
  /** If false, a small segment waits until the last one is acknowledged (Nagle's algorithm, RFC 896). */
  readonly noDelay?: boolean;
  /** The clock for the timeout of the answer. */
  readonly clock?: Clock;
}

/** Rejects with Node's error if the connection is refused, and with `NoAnswer` if there is no answer in 5 s. */
export function connect(
  host: string,
  port: number,
  {
    keepAlive = usual.keepAlive,
    noDelay = true,
    clock = realClock,
  }: ConnectOptions = {},
): Promise<Wire> {
  const keepAliveInitialDelay = keepAlive * 1_000;
  const options = { host, port, noDelay, keepAlive: true, keepAliveInitialDelay };
  return connectAt(options, clock, socket => socketWire(socket, 'caller'));
}

/** Connects to a host and port, or to a path. */
export function connectAt(
  where: NetConnectOpts,
  clock: Clock,
  wireOf: (socket: Socket) => Wire,
): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const socket = netConnect({ ...where, allowHalfOpen: true });
    const stopWaiting = orNoAnswer(clock, error => socket.destroy(error));
    const failed = (error: Error) => {
      stopWaiting();
      reject(error);
    };
    socket.once('error', failed);
    socket.once('connect', () => {
      stopWaiting();
      socket.off('error', failed);
      resolve(wireOf(socket));
    });
  });
}
