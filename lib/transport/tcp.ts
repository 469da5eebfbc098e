import { createServer, connect as netConnect } from 'node:net';
import { Queue, type Wire } from '../connection/index.ts';
import { socketWire } from './socket-wire.ts';

/** What a server listens on, whatever the transport. */
export interface Listener {
  /** `127.0.0.1:9002`, with the real port. */
  readonly address: string;
  readonly wires: AsyncIterable<Wire>;
  /** Accepts no more. Those inside stay; over TCP it settles when the last of them is gone. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host?: string;
  /** 0: any free one. */
  readonly port?: number;
  readonly backlog?: number;
  /** Milliseconds of silence before TCP asks whether the peer is still there. */
  readonly keepAlive?: number;
}

/**
 * Accepts TCP connections. `allowHalfOpen`: without it Node answers the peer's FIN with ours, and what
 * the peer still waits for is dropped. `pauseOnConnect`: nothing is read before a mode has taken charge.
 */
export function listen(options: ListenOptions = {}): Promise<Listener> {
  const { host = '127.0.0.1', port = 0, backlog = 1_024, keepAlive = 30_000 } = options;
  const wires = new Queue<Wire>();
  const server = createServer({
    allowHalfOpen: true,
    pauseOnConnect: true,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: keepAlive,
  });
  server.on('connection', socket => {
    const { remoteAddress, remotePort, localAddress, localPort } = socket;
    const address = endpoint(remoteAddress, remotePort);
    wires.push(
      socketWire(socket, address, `${address}>${endpoint(localAddress, localPort)}`),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog }, () => {
      server.off('error', reject);
      // Out of descriptors (EMFILE), libuv closes the newcomer and goes on listening: those inside do
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

/** Rejects with Node's error when nobody answers there. */
export function connect(host: string, port: number, keepAlive = 30_000): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const socket = netConnect({
      host,
      port,
      allowHalfOpen: true,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: keepAlive,
    });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      const address = endpoint(socket.remoteAddress, socket.remotePort);
      const local = endpoint(socket.localAddress, socket.localPort);
      resolve(socketWire(socket, address, `${local}>${address}`));
    });
  });
}

/** An IPv4 peer of an IPv6 server is `::ffff:127.0.0.1` there, and `127.0.0.1` to itself. */
function endpoint(host = '?', port = 0): string {
  const plain = host.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? `[${plain}]:${port}` : `${plain}:${port}`;
}
