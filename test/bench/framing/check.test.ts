// The check must be able to fail: each of these peers is wrong in one way.

import { expect, it } from 'vitest';
import { takesLong } from '../../long.ts';
import { groups } from './cases.ts';
import { checkBytes, pass } from './check.ts';
import { Child } from './child.ts';
import { others, type Peer, reader } from './peers/index.ts';
import type { Frame, Read } from './peers/read.ts';
import { streamOf, type Workload } from './workload.ts';

const small = (cell: Workload): Workload => ({ ...cell, frames: 50, chunk: 33 });

const cells = groups.flatMap(({ ours, others, cells }) =>
  [ours, ...others].map((peer): [Peer, Workload] => [
    peer,
    small(cells[0] as Workload),
  ]),
);

it.each(cells)('%s gives what was sent', async (peer, workload) => {
  const [read, stream] = [await reader(peer), streamOf(workload)];
  await pass(read, stream);
  await checkBytes(read, stream);
});

it('has a cell for every peer', () => {
  const played = new Set(cells.map(([peer]) => peer));
  for (const peer of Object.keys(others)) expect(played).toContain(peer);
});

const text = await reader('ours: lines as text');
const bytes = await reader('ours: lines');

/** A right peer, but for what becomes of its frames. */
type Spoil = (frame: Frame, number: number, each: (frame: Frame) => void) => void;
let held: Frame = '';
const wrong: Record<string, Spoil> = {
  'loses a frame': (frame, number, each) => number !== 7 && each(frame),
  'loses the last frame': (frame, number, each) => number !== 49 && each(frame),
  'says a frame twice': (frame, number, each) => {
    each(frame);
    if (number === 7) each(frame);
  },
  'glues two frames': (frame, number, each) => {
    if (number === 7) held = frame;
    else each(number === 8 ? glued(held, frame) : frame);
  },
  'swaps two frames': (frame, number, each) => {
    if (number === 7) held = frame;
    else each(frame);
    if (number === 8) each(held);
  },
  'cuts a frame': (frame, number, each) =>
    each(number === 7 ? frame.slice(0, -1) : frame),
  'cuts a frame in two': (frame, number, each) => {
    if (number !== 7) return each(frame);
    each(frame.slice(0, 5));
    each(frame.slice(5));
  },
};

const glued = (one: Frame, other: Frame): Frame =>
  typeof one === 'string'
    ? `${one}${other}`
    : Buffer.concat([one, other as Uint8Array]);

const spoiled =
  (right: Read, spoil: Spoil): Read =>
  (chunks, each) => {
    let number = 0;
    return right(chunks, frame => spoil(frame, number++, each));
  };

it.each(Object.entries(wrong))('convicts a peer that %s', async (_, spoil) => {
  const stream = streamOf({ format: 'lines', payload: 16, chunk: 33, frames: 50 });
  for (const read of [spoiled(text, spoil), spoiled(bytes, spoil)]) {
    await expect(pass(read, stream)).rejects.toThrow('Lost, glued or changed');
    await expect(checkBytes(read, stream)).rejects.toThrow();
  }
});

it('asks a peer in a process of its own', async test => {
  takesLong(test);
  const child = await Child.start('split2()');
  const lines = { format: 'lines', payload: 16, chunk: 33, frames: 50 } as const;
  expect(await child.ask('check', lines, 1)).toEqual({ figure: expect.any(Number) });
  const varints = { ...lines, format: 'varint' } as const;
  expect(await child.ask('check', varints, 1)).toMatchObject({
    failed: expect.stringContaining('is not what was sent'),
  });
  await child.stop();
});
