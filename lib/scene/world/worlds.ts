import { realClock } from '../../connection/clock.ts';
import { VirtualClock } from '../../connection/virtual-clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { memoryListener } from '../../transport/memory/memory.ts';
import { wholeClose } from '../../transport/memory/whole-close.ts';
import type { Listener } from '../../transport/tcp/tcp.ts';
import { connect, listen } from '../../transport/tcp/tcp.ts';
import { connectWeb, listenWeb } from '../../transport/web/web.ts';
import type { Door } from './doors.ts';
import type { World } from './world.ts';

/** One process, no network, and a time that only moves when it must: the same run every time. */
export function memoryWorld(): World {
  const clock = new VirtualClock();
  const open = new Map<Door, ReturnType<typeof memoryListener>>();
  let starts = 0;
  return {
    clock,
    linkClock: clock,
    exact: true,
    now: () => clock.now(),
    async listen(door = 'tcp') {
      // Each start has names of its own for its links, as a network has ports.
      const listener = memoryListener(++starts > 1 ? `memory ${starts}` : 'memory');
      open.set(door, listener);
      const { wires } = listener;
      return { ...listener, close, wires: door === 'tcp' ? wires : whole(wires) };

      function close(): Promise<void> {
        open.delete(door);
        return listener.close();
      }
    },
    async connect(door = 'tcp') {
      const listener = open.get(door);
      if (listener === undefined) throw new Error('Cannot connect: nobody listens');
      const wire = listener.connect();
      return door === 'tcp' ? wire : wholeClose(wire);
    },
  };
}

async function* whole(wires: AsyncIterable<Wire>): AsyncIterable<Wire> {
  for await (const wire of wires) yield wholeClose(wire);
}

/** Real TCP on this machine. Deadlines still wait for the scene; delays take the time that they take. */
export function tcpWorld(): World {
  const listeners = new Map<Door, Listener>();
  const clock = new VirtualClock();
  const portOf = (door: Door) =>
    Number(listeners.get(door)?.address.split(':').at(-1) ?? 0);
  return {
    clock,
    linkClock: realClock,
    exact: false,
    now: () => realClock.now(),
    async listen(door = 'tcp') {
      const port = portOf(door);
      const listener =
        door === 'tcp'
          ? await listen({ port })
          : await listenWeb({ port, paths: ['/'] });
      listeners.set(door, listener);
      return listener;
    },
    connect: (door = 'tcp') =>
      door === 'tcp'
        ? connect('127.0.0.1', portOf(door))
        : connectWeb('127.0.0.1', portOf(door), '/'),
  };
}
