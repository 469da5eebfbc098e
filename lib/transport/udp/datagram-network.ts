import type { Wire } from '../../connection/wire.ts';
import type { Draw } from '../../datagram/talk-marks.ts';
import type { Mac } from '../../datagram/token.ts';
import type { Values } from '../../options/option.ts';
import type { Entrance, LinkOptions, Network } from '../door.ts';
import { lossy } from '../faults/lossy.ts';
import { Refused } from '../tcp/connect-timeout.ts';
import { portOf } from '../tcp/endpoint.ts';
import type { HostPort } from '../tcp/options.ts';
import { connectBy } from './datagram-connect.ts';
import { listenOn } from './datagram-listener.ts';
import type { datagramOptions } from './options.ts';
import type { Port } from './port.ts';

type Listening = HostPort & Values<typeof datagramOptions>;
type Calling = HostPort & { readonly name: string };

/** How a server and its clients open their ports. */
export interface Ports {
  server(place: HostPort): Promise<Port>;
  /** Returns one function per address of the host. Each opens a port that sends to that address only. */
  client(place: HostPort): Promise<readonly (() => Promise<ClientPort>)[]>;
}

type ClientPort = Port & { readonly peer: string };

/** What others must not be able to compute, or to guess. */
export interface Secrets {
  readonly sign: Mac;
  readonly draw: Draw;
}

/** `secrets`: called for each room. */
export const datagramNetwork = (ports: Ports, secrets: () => Secrets) =>
  ({
    anywhere: (): HostPort => ({ host: '127.0.0.1', port: 0 }),
    listen: (at: Listening, link: LinkOptions) => listen(ports, secrets(), at, link),
    connect: (at: Calling, link: LinkOptions) => connect(ports, at, link),
  }) satisfies Network;

/** Opens a server's port. Rejects with Node's error if that is impossible. */
async function listen(
  ports: Ports,
  secrets: Secrets,
  { host, port, beat, missed, burst, maxPerHost, maxConnections }: Listening,
  { clock, faults, through = as }: LinkOptions,
): Promise<Entrance> {
  const own = through(await ports.server({ host, port }));
  const listener = listenOn(lossy(own, faults, clock), {
    clock,
    ...secrets,
    heartbeat: { period: beat * 1_000, missed },
    burst,
    perHost: maxPerHost,
    limit: maxConnections,
  });
  return { ...listener, at: { host, port: portOf(listener.address) || 0 } };
}

/**
 * Joins at the first address of the host where a room lets us in: only an answer shows at which address
 * a server is. Rejects if a room refuses, or nobody answers at any address.
 */
async function connect(
  ports: Ports,
  { name, ...place }: Calling,
  { clock, faults, through = as }: LinkOptions,
): Promise<Wire> {
  let failure: unknown;
  for (const open of await ports.client(place)) {
    try {
      const port = await open();
      const link = lossy(through(port), faults, clock);
      return await connectBy(link, port.peer, { clock, name });
    } catch (error) {
      if (error instanceof Refused) throw error;
      failure ??= error;
    }
  }
  throw failure;
}

const as = (port: Port): Port => port;
