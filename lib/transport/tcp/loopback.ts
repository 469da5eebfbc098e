import type { Wire } from '../../connection/wire.ts';
import { portOf } from './endpoint.ts';
import { type ConnectOptions, connect, listen } from './tcp.ts';

/** Both ends of a TCP link within this machine: `near` has called `far`. */
export async function loopback(
  options: ConnectOptions = {},
): Promise<{ near: Wire; far: Wire }> {
  const listener = await listen();
  const near = await connect('127.0.0.1', portOf(listener.address), options);
  for await (const far of listener.wires) {
    void listener.close();
    return { near, far };
  }
  throw new Error(`Cannot call ${listener.address}: it was closed`);
}
