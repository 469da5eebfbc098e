import type { CodecFor } from '../../connection/codecs.ts';
import { datagram, text } from '../../framing/index.ts';
import type { Door } from '../door.ts';
import { placeOptions, placeWords } from '../tcp/options.ts';
import { datagramOptions } from './options.ts';

/** Each datagram is one message. */
const codec: CodecFor = maxPayload => text(datagram({ maxPayload }));

/** A host and a port, and no connection, only datagrams. */
export const udpDoor = {
  name: 'udp',
  faults: 'datagrams',
  wholeClose: true,
  codec,
  server: (port: number) => ({ ...placeOptions(port, 0), ...datagramOptions }),
  client: (port: number) => placeOptions(port, 1),
  ...placeWords,
  async network() {
    const { datagramNetwork } = await import('./datagram-network.ts');
    return datagramNetwork((await import('./udp.ts')).udpPorts);
  },
  async inMemory() {
    const { datagramNetwork } = await import('./datagram-network.ts');
    return datagramNetwork((await import('../memory/memory-port.ts')).memoryPorts());
  },
} satisfies Door;
