import { inNextTask } from '../../connection/next-task.ts';
import type { Ports } from '../udp/datagram-network.ts';
import { checkDatagram, type Hear, type Port } from '../udp/port.ts';

/** A network in this process. It delivers each datagram in a task of its own, in order, and loses none. */
export class MemoryNetwork {
  readonly #ports = new Map<string, Hear>();
  #count = 0;

  /** `address`: by default an address that is not in use. */
  port(address = `memory:${++this.#count}`): Port {
    const ports = this.#ports;
    if (ports.has(address)) throw new Error(`Cannot have ${address}: it is in use`);
    ports.set(address, () => {});
    return {
      address,
      send(bytes, to) {
        checkDatagram(bytes);
        if (!ports.has(address)) return;
        const copy = new Uint8Array(bytes);
        inNextTask(() => ports.get(to)?.(copy, address));
      },
      start: hear => void ports.set(address, hear),
      close: async () => void ports.delete(address),
    };
  }
}

/** A network for one server, which is called `memory`. */
export function memoryPorts(): Ports {
  const ports = new MemoryNetwork();
  const peer = 'memory';
  return {
    server: async () => ports.port(peer),
    client: async () => [async () => ({ ...ports.port(), peer })],
  };
}
