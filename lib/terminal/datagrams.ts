import { realClock, type Wire } from '../connection/index.ts';
import { burstOf, heartbeatOf, perHostOf } from '../scene/flags.ts';
import {
  connectBy,
  type Listener,
  listenOn,
  lossy,
  newSign,
  udpPort,
  udpPortTo,
} from '../transport/index.ts';
import type { Flags } from './arguments.ts';
import { faultsOf } from './link.ts';

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
    sign: newSign(),
    heartbeat: heartbeatOf(flags),
    burst: burstOf(flags),
    perHost: perHostOf(flags),
    limit: Number(flags.get('max-connections')),
  });
}

/** Goes in. Rejects when it is refused, or nobody answers. */
export async function connectByDatagram(flags: Flags): Promise<Wire> {
  const { host, port } = placeOf(flags);
  const socket = await udpPortTo(host, port);
  return connectBy(lossy(socket, faultsOf(flags), realClock), socket.peer, {
    clock: realClock,
    name: flags.get('name') ?? '',
  });
}
