import type { Wire } from '../../connection/wire.ts';
import type { Network } from '../door.ts';
import { memoryListener } from './memory.ts';

/** A door of streams in this process. `as`: what its wires are like, where they are not like TCP's. */
export function memoryStreams(name: string, as = (wire: Wire): Wire => wire): Network {
  let starts = 0;
  let connect: (() => Wire) | undefined;
  return {
    anywhere: () => ({}),
    async listen() {
      // Each start has names of its own for its links, as a network has ports.
      const listener = memoryListener(++starts > 1 ? `${name} ${starts}` : name);
      connect = listener.connect;
      return { ...listener, at: {}, wires: each(listener.wires, as) };
    },
    async connect() {
      if (connect === undefined) throw new Error('Cannot connect: nobody listens');
      return as(connect());
    },
  };
}

async function* each(
  wires: AsyncIterable<Wire>,
  as: (wire: Wire) => Wire,
): AsyncIterable<Wire> {
  for await (const wire of wires) yield as(wire);
}
