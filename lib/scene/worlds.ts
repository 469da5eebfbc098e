import { realClock, VirtualClock } from '../connection/index.ts';
import { connect, type Listener, listen, memoryListener } from '../transport/index.ts';
import type { World } from './world.ts';

/** One process, no network, and a time that only moves when it must: the same run every time. */
export function memoryWorld(): World {
  const clock = new VirtualClock();
  let open: ReturnType<typeof memoryListener> | undefined;
  let starts = 0;
  return {
    clock,
    linkClock: clock,
    exact: true,
    now: () => clock.now(),
    async listen() {
      // Each start has names of its own for its links, as a network has ports.
      const listener = memoryListener(++starts > 1 ? `memory ${starts}` : 'memory');
      open = listener;
      return { ...listener, close };

      function close(): Promise<void> {
        open = undefined;
        return listener.close();
      }
    },
    async connect() {
      if (open === undefined) throw new Error('Cannot connect: nobody listens');
      return open.connect();
    },
  };
}

/** Real TCP on this machine. Deadlines still wait for the scene; delays take the time that they take. */
export function tcpWorld(): World {
  let listener: Listener | undefined;
  const clock = new VirtualClock();
  const port = () => Number(listener?.address.split(':').at(-1) ?? 0);
  return {
    clock,
    linkClock: realClock,
    exact: false,
    now: () => realClock.now(),
    async listen() {
      listener = await listen({ port: port() });
      return listener;
    },
    connect: () => connect('127.0.0.1', port()),
  };
}
