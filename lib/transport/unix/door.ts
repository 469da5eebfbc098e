import { type Values, word } from '../../options/option.ts';
import type { Door, LinkOptions } from '../door.ts';
import type { streamOptions } from '../tcp/options.ts';

const socket = word('PATH', 'a Unix-domain socket, in place of TCP');

export type SocketPath = { readonly socket: string };
type At = SocketPath & Partial<Values<typeof streamOptions>>;

/** A path, for processes on one machine. The permissions of the file say who may connect. */
export const unixDoor = {
  name: 'unix',
  faults: 'stream',
  inPlaceOf: 'tcp',
  server: () => ({ socket }),
  client: () => ({ socket }),
  where: ({ socket }: SocketPath) => socket,
  remedy: (code: string) => remedies[code],
  async network() {
    const { callAt, listenAt, newPath } = await import('./unix.ts');
    return {
      anywhere: (): SocketPath => ({ socket: newPath() }),
      async listen(at: At) {
        return { ...(await listenAt(at)), at: { socket: at.socket } };
      },
      connect: ({ socket }: SocketPath, { clock }: LinkOptions) =>
        callAt(socket, clock),
    };
  },
  async inMemory(node) {
    const { memoryStreams } = await import('../memory/memory-streams.ts');
    return memoryStreams(`memory unix ${node}`.trimEnd());
  },
} satisfies Door;

const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'another program listens there, or it is not a socket. Choose another --socket',
  // libuv reports the same for a folder that does not exist.
  EACCES:
    'there is no such folder, or you may not write there. Choose another --socket',
  ENOTDIR: 'there is no such folder. Choose another --socket',
  EROFS: 'nothing can be written there. Choose another --socket',
};
