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
    const { udpPorts } = await import('./udp.ts');
    const { safeSecrets } = await import('./secrets.ts');
    return datagramNetwork(udpPorts, safeSecrets);
  },
  async inMemory() {
    const { datagramNetwork } = await import('./datagram-network.ts');
    const { memoryPorts } = await import('../memory/memory-port.ts');
    const { openSecrets } = await import('../memory/open-secrets.ts');
    return datagramNetwork(memoryPorts(), openSecrets);
  },
} satisfies Door;
