import type { Wire } from '../../connection/wire.ts';
import type { Network } from '../door.ts';
import { memoryListener } from './memory.ts';

/** A network of streams in this process. `as` changes its wires if they must not behave like TCP's. */
export function memoryStreams(name: string, as = (wire: Wire): Wire => wire): Network {
  let starts = 0;
  let connect: (() => Wire) | undefined;
  return {
    anywhere: () => ({}),
    async listen() {
      // After each start the links get new names, as they get new ports in a real network.
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
