// What every peer keeps in memory.

import { type Group, groups, MIB } from './cases.ts';
import { type Answer, Child } from './child.ts';
import type { Peer } from './peers/index.ts';
import type { RoundOptions } from './rounds.ts';

export interface Footprint {
  readonly peer: Peer;
  /** Bytes kept alive by a kept frame of 16 bytes out of a chunk of 64 KiB. */
  readonly kept: number;
  /** Bytes held per byte received of an unfinished frame, in 1 B and in 1,460 B chunks. */
  readonly held: readonly [number, number];
}

/** Frames that are kept. */
const FRAMES = 200;

/** A peer whose frames of 16 bytes keep more than this alive shares its memory. */
const OWN = 1_024;

export const owns = ({ kept }: Footprint) => kept < OWN;

export async function footprints({ say }: RoundOptions): Promise<Footprint[]> {
  const all: Footprint[] = [];
  for (const group of groups)
    for (const peer of [group.ours, ...group.others]) {
      all.push(await footprint(peer, group));
      say(`  ${peer}`);
    }
  return all;
}

async function footprint(peer: Peer, { cells }: Group): Promise<Footprint> {
  const format = cells[0]?.format ?? 'lines';
  const child = await Child.start(peer);
  const ask = async (question: 'kept' | 'held', payload: number, chunk: number) =>
    figure(await child.ask(question, { format, payload, chunk, frames: FRAMES }, 0));
  const kept = await ask('kept', 16, 65_536);
  // More bytes blur less, but some peers would take minutes.
  const single = peer.startsWith('ours') ? MIB / 4 : MIB / 16;
  const held = [await ask('held', single, 1), await ask('held', MIB, 1_460)] as const;
  await child.stop();
  return { peer, kept, held };
}

const figure = (answer: Answer) => ('figure' in answer ? answer.figure : Number.NaN);
