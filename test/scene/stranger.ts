import { afterEach } from 'vitest';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { realClock } from '../../lib/connection/clock.ts';
import { byLines, serverCodec } from '../../lib/connection/codecs.ts';
import { Queue } from '../../lib/connection/queue.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import type { Values } from '../../lib/options/option.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { codecAt, type DoorName, doorCalled } from '../../lib/transport/doors.ts';
import { portOf } from '../../lib/transport/tcp/endpoint.ts';
import type { Listener } from '../../lib/transport/tcp/tcp.ts';
import { told } from '../told.ts';

export type Serve = (wires: AsyncIterable<Wire>) => unknown;

export const listeners: Listener[] = [];
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close();
});

/** A server of which the player knows nothing but its port. */
export async function strangerThat(
  serves: Serve,
  door: DoorName = 'tcp',
  flags: Values = {},
) {
  const network = await doorCalled(door).network();
  const at = { ...flags, ...network.anywhere() };
  const listener = await network.listen(at, { clock: realClock, faults: {} });
  listeners.push(listener);
  void serves(listener.wires);
  const { address } = listener;
  return { address, at: { host: '127.0.0.1', port: portOf(address) } };
}

/** One of our own programs, with a clock of its own. */
export const runs =
  (program: Program, door: DoorName = 'tcp'): Serve =>
  wires => {
    const acceptor = new Acceptor({ limit: 50 });
    const flags = told(program);
    const codec = serverCodec(codecAt(door, byLines), flags.maxMessage);
    acceptor.at(wires, wire => ({ wire, codec, clock: realClock, role: 'callee' }));
    return program.serve(acceptor, {
      screen: () => {},
      keyboard: new Queue<string>(),
      clock: realClock,
      flags,
    });
  };

/** Starts each wire, and does this with what comes. */
export const forEach =
  (chunk: (wire: Wire, bytes: Uint8Array) => void): Serve =>
  async wires => {
    const nothing = () => {};
    for await (const wire of wires)
      wire.start({
        chunk: bytes => chunk(wire, bytes),
        drained: nothing,
        ended: () => wire.end(),
        reset: nothing,
        closed: nothing,
      });
  };

export const silent = forEach(() => {});
export const echoes = forEach((wire, bytes) => wire.write(bytes));
