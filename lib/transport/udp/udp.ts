import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns';
import { lookup as addresses } from 'node:dns/promises';
import { isIP, isIPv6 } from 'node:net';
import { nextTask } from '../../connection/next-task.ts';
import { endpoint } from '../tcp/endpoint.ts';
import type { Ports } from './datagram-network.ts';
import { checkDatagram, type Hear, type Port } from './port.ts';

export interface UdpOptions {
  readonly host?: string;
  /** 0: any free one. */
  readonly port?: number;
}

/** The most bytes that may wait in this process for the kernel: beyond that we drop datagrams ourselves. */
const queueLimit = 1_048_576;

/** Opens a port that receives from everybody. */
export async function udpPort(options: UdpOptions = {}): Promise<Port> {
  const { host = '127.0.0.1', port = 0 } = options;
  const socket = socketFor(host);
  await ready(socket, done => socket.bind({ address: host, port }, done));
  return portOf(socket, (bytes, to) => {
    const [, toHost = '', toPort] = /^\[?(.+?)\]?:(\d+)$/.exec(to) ?? [];
    // Port 0 is that of a sender that wants no answer (RFC 768), and Node throws an error for it.
    if (Number(toPort) > 0) socket.send(bytes, Number(toPort), toHost, lost);
  });
}

/**
 * Returns all addresses of a host. `localhost` is this machine by definition, in both families (RFC 6761,
 * 6.3), whatever a resolver says. Rejects with Node's error if no host has that name.
 */
export async function addressesOf(host: string): Promise<readonly string[]> {
  if (host.toLowerCase() === 'localhost') return ['127.0.0.1', '::1'];
  if (isIP(host) > 0) return [host];
  return (await addresses(host, { all: true })).map(({ address }) => address);
}

/** Opens a port that receives from one address only: the kernel drops what others send. */
export async function udpPortTo(
  host: string,
  port: number,
): Promise<Port & { readonly peer: string }> {
  const socket = socketFor(host);
  await ready(socket, done => socket.connect(port, host, done));
  const { address, port: peerPort } = socket.remoteAddress();
  const one = portOf(socket, bytes => socket.send(bytes, lost));
  return { ...one, peer: endpoint(address, peerPort) };
}

/** Real UDP. */
export const udpPorts: Ports = {
  server: udpPort,
  async client({ host, port }) {
    const addresses = await addressesOf(host);
    return addresses.map(address => () => udpPortTo(address, port));
  },
};

/** UDP does not report delivery, so a datagram that could not be sent counts as lost. */
const lost = () => {};

/** An address is not a name: looking it up would cost a tick for every datagram. */
function socketFor(host: string): Socket {
  return createSocket({
    type: isIPv6(host) ? 'udp6' : 'udp4',
    lookup: (name, options, done) => {
      const family = isIP(name);
      if (family > 0) done(null, name, family);
      else lookup(name, options, done);
    },
  });
}

/** Settles when the socket is ready. Rejects with Node's error. */
function ready(
  socket: Socket,
  begin: (done: (error?: Error) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      socket.close();
      reject(error);
    };
    socket.once('error', failed);
    begin(error => {
      socket.off('error', failed);
      if (error === undefined) resolve();
      else failed(error);
    });
  });
}

function portOf(socket: Socket, send: (bytes: Uint8Array, to: string) => void): Port {
  let open = true;
  let hear: Hear = () => {};
  let refused = () => {};
  const { address, port } = socket.address();
  // An ICMP error about a datagram ends nothing by itself, because anybody can forge one.
  socket.on('error', () => refused());
  socket.on('message', (bytes, from) => hear(bytes, endpoint(from.address, from.port)));
  return {
    address: endpoint(address, port),
    send(bytes, to) {
      checkDatagram(bytes);
      if (open && socket.getSendQueueSize() <= queueLimit) send(bytes, to);
    },
    start(listener, onRefused = () => {}) {
      hear = listener;
      refused = onRefused;
    },
    async close() {
      if (!open) return;
      open = false;
      while (socket.getSendQueueCount() > 0) await nextTask();
      await new Promise<void>(resolve => socket.close(() => resolve()));
    },
  };
}
