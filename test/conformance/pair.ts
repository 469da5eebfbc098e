import assert from 'node:assert/strict';
import type { Wire } from '../../lib/connection/wire.ts';
import { Ear, stream } from './ear.ts';

export interface Link {
  readonly near: Wire;
  readonly far: Wire;
  close(): void | Promise<void>;
}

export interface Transport {
  readonly name: string;
  open(): Promise<Link>;
  /** Bytes of a large transfer. */
  readonly large: number;
  /** False: the transport cannot end one direction alone. `halfCloses` are not asked of it. */
  readonly halfClose?: false;
  /** Milliseconds after which a wire is taken to have failed. */
  readonly patience?: number;
  /** What it is spoilt by spoils another one too: only `npm run test:all` checks it. */
  readonly long?: true;
}

/** A link with an ear at each end. */
export interface Pair extends Link {
  readonly here: Ear;
  readonly there: Ear;
  readonly large: number;
}

export type Check = (pair: Pair) => Promise<void>;

/** Runs one check; what no wire may ever say is looked for in each of them. */
export async function holds(check: Check, transport: Transport): Promise<void> {
  const { patience = 45_000, large } = transport;
  const link = await transport.open();
  const here = new Ear(link.near, patience);
  const there = new Ear(link.far, patience);
  try {
    await check({ ...link, here, there, large });
    await someTasks();
    assert.deepEqual([...here.faults, ...there.faults], []);
  } finally {
    await link.close();
  }
}

/** Settles when everything has arrived that can arrive by itself. */
export async function someTasks(): Promise<void> {
  for (let task = 0; task < 20; task++) await oneTask();
}

export const oneTask = (): Promise<void> =>
  new Promise(resolve => setImmediate(resolve));

/** Writes as a polite program does, from `from` to `to`: after `false` it waits. */
export async function pour(wire: Wire, ear: Ear, to: number, from = 0): Promise<void> {
  for (let at = from; at < to; at += 10_000) {
    const drains = ear.said.length;
    const room = wire.write(stream(at, Math.min(at + 10_000, to)));
    if (!room) await ear.until('drained', () => ear.said.length > drains);
  }
}

/**
 * Writes until there is no space and none comes. Where there always is, nothing holds a fast writer
 * back. Gives the number of bytes.
 */
export async function fill(wire: Wire, ear: Ear): Promise<number> {
  for (let at = 0; at < tooMuch; at += 50_000) {
    const drains = ear.said.length;
    if (wire.write(stream(at, at + 50_000))) continue;
    await someTasks();
    if (ear.said.length === drains) return at + 50_000;
  }
  return assert.fail(`there was still space after ${tooMuch} bytes that nobody reads`);
}

export const tooMuch = 64 * 1_048_576;
