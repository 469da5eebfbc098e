import { realClock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { burstOf, heartbeatOf, perHostOf } from '../../scene/world/flags.ts';
import { lossy } from '../../transport/faults/lossy.ts';
import { Refused } from '../../transport/tcp/connect-timeout.ts';
import type { Listener } from '../../transport/tcp/tcp.ts';
import { connectBy } from '../../transport/udp/datagram-connect.ts';
import { listenOn } from '../../transport/udp/datagram-listener.ts';
import { newMac } from '../../transport/udp/secrets.ts';
import { addressesOf, udpPort, udpPortTo } from '../../transport/udp/udp.ts';
import type { Flags } from '../flags/arguments.ts';
import { faultsOf } from './wiring.ts';

/** Where a server or a client is, as its flags say. */
const placeOf = (flags: Flags) => ({
  host: flags.get('host') ?? '',
  port: Number(flags.get('port')),
});

/** A server's own socket. Rejects with Node's error where it cannot be. */
export async function listenByDatagram(flags: Flags): Promise<Listener> {
  const port = await udpPort(placeOf(flags));
  return listenOn(lossy(port, faultsOf(flags), realClock), {
    clock: realClock,
    sign: newMac(),
    heartbeat: heartbeatOf(flags),
    burst: burstOf(flags),
    perHost: perHostOf(flags),
    limit: Number(flags.get('max-connections')),
  });
}

/**
 * Joins at the first address of the host where a room lets us in: only an answer shows at which address
 * a server is. Rejects if a room refuses, or nobody answers at any address.
 */
export async function connectByDatagram(flags: Flags): Promise<Wire> {
  const { host, port } = placeOf(flags);
  let failure: unknown;
  for (const address of await addressesOf(host)) {
    try {
      return await connectAt(address, port, flags);
    } catch (error) {
      if (error instanceof Refused) throw error;
      failure ??= error;
    }
  }
  throw failure;
}

async function connectAt(address: string, port: number, flags: Flags): Promise<Wire> {
  const socket = await udpPortTo(address, port);
  return connectBy(lossy(socket, faultsOf(flags), realClock), socket.peer, {
    clock: realClock,
    name: flags.get('name') ?? '',
  });
}
