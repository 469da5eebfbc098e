// Whether a frame twice as long takes twice the time.

import { MIB } from './cases.ts';
import { Child } from './child.ts';
import { type Format, formats } from './formats.ts';
import type { Peer } from './peers/index.ts';
import type { RoundOptions } from './rounds.ts';

/** The number of counts, of which the best is taken. */
const PASSES = 25;

export const mebibytes = [1, 2, 4, 8, 16];

/** One peer: milliseconds of processor time for a frame of each size, in 1,460 B chunks. */
export interface Growth {
  readonly peer: Peer;
  readonly ms: readonly number[];
  /** 1: twice the bytes, twice the time; 2: four times. */
  readonly exponent: number;
}

const ours = (Object.keys(formats) as Format[]).map(
  format => [`ours: ${format}`, format] as const,
);

export async function growths({ say }: RoundOptions): Promise<Growth[]> {
  const all: Growth[] = [];
  for (const [peer, format] of [...ours, ['by hand', 'lines'] as const]) {
    const ms = await timesOf(peer, format);
    all.push({ peer, ms, exponent: exponentOf(ms) });
    say(`  ${peer}: ${ms.map(time => time.toFixed(1)).join(', ')} ms`);
  }
  return all;
}

/** Measures all sizes in turn, several times: other work of the machine then disturbs all sizes alike. */
async function timesOf(peer: Peer, format: Format): Promise<number[]> {
  const child = await Child.start(peer);
  const best = mebibytes.map(() => Infinity);
  for (let pass = 0; pass < PASSES; pass++)
    for (const [index, size] of mebibytes.entries()) {
      const workload = { format, payload: size * MIB, chunk: 1_460, frames: 1 };
      const answer = await child.ask(pass === 0 ? 'check' : 'round', workload, 1);
      if ('failed' in answer) throw new Error(answer.failed);
      best[index] = Math.min(best[index] ?? Infinity, 1_000 / answer.figure);
    }
  await child.stop();
  return best;
}

/** The slope of the line through the logarithms, by least squares. */
function exponentOf(times: readonly number[]): number {
  const points = times.map((time, index) => [index, Math.log2(time)] as const);
  const mean = (of: 0 | 1) =>
    points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
