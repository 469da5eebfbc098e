import { VirtualClock } from '../../connection/virtual-clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { lossy } from '../../transport/faults/lossy.ts';
import { MemoryNetwork } from '../../transport/memory/memory-port.ts';
import { connectBy } from '../../transport/udp/datagram-connect.ts';
import { listenOn } from '../../transport/udp/datagram-listener.ts';
import type { Port } from '../../transport/udp/port.ts';
import { newMac } from '../../transport/udp/secrets.ts';
import { udpPort, udpPortTo } from '../../transport/udp/udp.ts';
import { DatagramsInFlight } from '../play/datagrams-in-flight.ts';
import { burstOf, datagramCodec, heartbeatOf, perHostOf } from './flags.ts';
import type { World } from './world.ts';

/** Datagrams in one process, with no network: the same run every time. */
export function memoryDatagramWorld(): World {
  const network = new MemoryNetwork();
  return datagramWorld({
    exact: true,
    server: async () => network.port('memory'),
    client: async () => network.port(),
  });
}

/** Real UDP on this machine. Its time is the scene's all the same: what is held back, is by our own link. */
export function udpWorld(): World {
  return datagramWorld({
    exact: false,
    server: port => udpPort({ port }),
    client: port => udpPortTo('127.0.0.1', port),
  });
}

interface Ports {
  readonly exact: boolean;
  server(port: number): Promise<Port>;
  client(port: number): Promise<Port>;
}

function datagramWorld({ exact, server, client }: Ports): World {
  const clock = new VirtualClock();
  const post = new DatagramsInFlight();
  let address = '';
  const port = () => Number(address.split(':').at(-1)) || 0;
  return {
    clock,
    linkClock: clock,
    exact,
    now: () => clock.now(),
    datagrams: { framing: datagramCodec, quiet: () => post.quiet() },
    async listen(_door, flags = new Map()) {
      const listener = listenOn(post.counted(await server(port())), {
        clock,
        heartbeat: heartbeatOf(flags),
        sign: newMac(),
        burst: burstOf(flags),
        perHost: perHostOf(flags),
      });
      address = listener.address;
      return listener;
    },
    async connect(_door, { name, faults } = { name: '', faults: {} }) {
      const link = lossy(post.counted(await client(port())), faults, clock);
      return reached(connectBy(link, address, { name, clock }));
    },
  };

  /** What is lost on the way in is said again in time, so time has to pass. */
  async function reached(wire: Promise<Wire>): Promise<Wire> {
    let settled = false;
    const done = () => {
      settled = true;
    };
    wire.then(done, done);
    for (await post.quiet(); !settled; await post.quiet()) clock.step();
    return wire;
  }
}
