// What a peer keeps in memory: of frames that a program kept, and of a frame that is not all there.

import { setTimeout } from 'node:timers/promises';
import { formats } from './formats.ts';
import type { Frame, Read } from './peers/read.ts';
import { cut, type Workload } from './workload.ts';

/** Bytes that stay alive if a program keeps the first frame of each of `count` chunks. */
export async function kept(
  read: Read,
  { format, payload, frames: chunksKept }: Workload,
): Promise<number> {
  const frame = formats[format].encode(Buffer.alloc(payload, 'a'));
  const perChunk = Math.ceil(65_536 / frame.length);
  const chunk = Buffer.concat(Array.from({ length: perChunk }, () => frame));
  function* chunks() {
    for (let turn = 0; turn < chunksKept; turn++) yield* cut(chunk, chunk.length);
  }
  let count = 0;
  const kept: Frame[] = [];
  const before = await settled();
  await read(chunks(), one => {
    if (count++ % perChunk === 0) kept.push(one);
  });
  const after = await settled();
  if (kept.length !== chunksKept) throw new Error(`${kept.length} frames were kept`);
  return (after - before) / kept.length;
}

/** Bytes held for each byte received of one frame, just before its last chunk. */
export async function held(read: Read, workload: Workload): Promise<number> {
  const { format, payload, chunk } = workload;
  const bytes = Buffer.from(formats[format].encode(Buffer.alloc(payload, 'a')));
  const end = bytes.length - 1 - ((bytes.length - 1) % chunk);
  let holds = Number.NaN;
  const before = await settled();
  function* chunks() {
    yield* cut(bytes.subarray(0, end), chunk);
    holds = (used() - before) / end;
    yield* cut(bytes.subarray(end), chunk);
  }
  await read(chunks(), () => {});
  return holds;
}

/** When what is dead is given back, which another thread may do. */
async function settled(): Promise<number> {
  used();
  await setTimeout(50);
  return used();
}

function used(): number {
  if (globalThis.gc === undefined)
    throw new Error('Cannot measure without --expose-gc');
  // The memory of a dead buffer is given back by one of the next collections.
  for (let turn = 0; turn < 6; turn++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
