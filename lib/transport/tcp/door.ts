import type { Values } from '../../options/option.ts';
import type { Door } from '../door.ts';
import { portOf } from './endpoint.ts';
import { type HostPort, placeOptions, placeWords, streamOptions } from './options.ts';

type At = HostPort & Partial<Values<typeof streamOptions>>;

/** A host and a port. */
export const tcpDoor = {
  name: 'tcp',
  faults: 'stream',
  server: (port: number) => ({ ...placeOptions(port, 0), ...streamOptions }),
  client: (port: number) => placeOptions(port, 1),
  ...placeWords,
  async network() {
    const { connect, listen } = await import('./tcp.ts');
    return {
      anywhere: (): HostPort => ({ host: '127.0.0.1', port: 0 }),
      async listen(at: At) {
        const listener = await listen(at);
        const port = portOf(listener.address);
        return { ...listener, at: { host: at.host, port } };
      },
      connect: ({ host, port }: HostPort) => connect(host, port),
    };
  },
  async inMemory(node) {
    const { memoryStreams } = await import('../memory/memory-streams.ts');
    return memoryStreams(`memory ${node}`.trimEnd());
  },
} satisfies Door;
