import { type Clock, realClock } from '../../lib/connection/clock.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { faulty } from '../../lib/transport/faults/faulty.ts';
import type { Faults } from '../../lib/transport/faults/table.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { wholeClose } from '../../lib/transport/memory/whole-close.ts';
import { splice } from '../../lib/transport/splice.ts';
import { connect, type Listener, listen } from '../../lib/transport/tcp/tcp.ts';
import { callAt, listenAt, newPath } from '../../lib/transport/unix/unix.ts';
import {
  connectWebSocket,
  listenWebSocket,
} from '../../lib/transport/web/websocket.ts';
import { but } from './but.ts';
import { inMessages } from './in-messages.ts';
import type { Link } from './transport.ts';

export async function memory(): Promise<Link> {
  const [near, far] = memoryLink('link', 'caller', 'callee');
  return { near, far, close() {} };
}

export async function tcp(): Promise<Link> {
  const listener = await listen();
  return linkOf(listener, await connect('127.0.0.1', portOf(listener)));
}

export async function unix(): Promise<Link> {
  const socket = newPath();
  const listener = await listenAt({ socket });
  return linkOf(listener, await callAt(socket, realClock));
}

async function linkOf(listener: Listener, near: Wire): Promise<Link> {
  const far = await firstOf(listener.wires);
  return {
    near,
    far,
    async close() {
      near.destroy();
      far.destroy();
      await listener.close();
    },
  };
}

/** Two links made one in the middle, as a program in front of a server does. */
export function joined(
  open: () => Promise<Link>,
  join: (near: Wire, far: Wire) => void = splice,
): () => Promise<Link> {
  return async () => {
    const [first, second] = [await open(), await open()];
    join(first.far, second.near);
    return {
      near: first.near,
      // It is two links; what holds of their names holds of each.
      far: but(second.far, { link: first.near.link }),
      async close() {
        await first.close();
        await second.close();
      },
    };
  };
}

/** A faulty link before each end, as the terminal puts it: it spoils both directions. */
export function spoilt(
  open: () => Promise<Link>,
  faults: Faults,
  time: () => Time,
  direction: 'in' | 'both' = 'both',
): () => Promise<Link> {
  return async () => {
    const link = await open();
    const { clock, stop } = time();
    const spoil = (wire: Wire) => faulty(wire, faults, clock, direction);
    return {
      near: spoil(link.near),
      far: spoil(link.far),
      close() {
        stop();
        return link.close();
      },
    };
  };
}

interface Time {
  readonly clock: Clock;
  stop(): void;
}

export const real = (): Time => ({ clock: realClock, stop() {} });

/** A virtual time that goes on whenever nothing else does. */
export function pumped(): Time {
  const clock = new VirtualClock();
  let next = setImmediate(pump);
  function pump() {
    clock.step();
    next = setImmediate(pump);
  }
  return { clock, stop: () => clearImmediate(next) };
}

/** What a scene's WebSocket is in memory. */
export async function wholeMemory(): Promise<Link> {
  const { near, far, close } = await memory();
  return { near: wholeClose(near), far: wholeClose(far), close };
}

/** A WebSocket; the bytes of the checks as messages, each byte a character. */
export async function web(): Promise<Link> {
  const listener = await listenWebSocket({ paths: ['/'] });
  const port = portOf(listener);
  const link = await linkOf(listener, await connectWebSocket('127.0.0.1', port, '/'));
  return { ...link, near: inMessages(link.near), far: inMessages(link.far) };
}

const portOf = ({ address }: Listener) => Number(address.split(':').at(-1));

export async function firstOf<T>(items: AsyncIterable<T>): Promise<T> {
  for await (const item of items) return item;
  throw new Error('Cannot take the first: nothing came');
}
