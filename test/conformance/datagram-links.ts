import { type Clock, realClock } from '../../lib/connection/clock.ts';
import { MemoryNetwork } from '../../lib/transport/memory/memory-port.ts';
import { connectBy } from '../../lib/transport/udp/datagram-connect.ts';
import { listenOn } from '../../lib/transport/udp/datagram-listener.ts';
import type { Port } from '../../lib/transport/udp/port.ts';
import { safeSecrets } from '../../lib/transport/udp/secrets.ts';
import { udpPort, udpPortTo } from '../../lib/transport/udp/udp.ts';
import { firstOf, pumped } from './links.ts';
import type { Link, Transport } from './transport.ts';

/** Two ends of a talk by datagrams, past hello and join. */
async function talk(server: Port, client: Port, clock: Clock): Promise<Link> {
  const listener = listenOn(server, { clock, ...safeSecrets() });
  const [near, far] = await Promise.all([
    connectBy(client, server.address, { clock, name: 'alice' }),
    firstOf(listener.wires),
  ]);
  return {
    near,
    far,
    async close() {
      near.destroy();
      far.destroy();
      await listener.close();
    },
  };
}

async function inMemory(): Promise<Link> {
  const network = new MemoryNetwork();
  const { clock, stop } = pumped();
  const link = await talk(network.port('room'), network.port(), clock);
  return {
    ...link,
    async close() {
      await link.close();
      stop();
    },
  };
}

async function overUdp(): Promise<Link> {
  const server = await udpPort();
  const client = await udpPortTo('127.0.0.1', Number(server.address.split(':').at(-1)));
  return await talk(server, client, realClock);
}

/** Small enough for a kernel to take at once: nobody waits for space. */
const large = 60_000;

export const datagramsInMemory: Transport = {
  name: 'datagrams in memory',
  open: inMemory,
  large,
};
export const datagramsOverUdp: Transport = { name: 'udp', open: overUdp, large };
