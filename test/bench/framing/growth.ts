// Whether a frame twice as long takes twice the time.

import { MIB } from './cases.ts';
import { Child } from './child.ts';
import { type Format, formats } from './formats.ts';
import type { RoundOptions } from './rounds.ts';

/** The best of so many counts. */
const PASSES = 25;

export const mebibytes = [1, 2, 4, 8, 16];

/** One framing: milliseconds of processor time for a frame of each size, in 1,460 B chunks. */
export interface Growth {
  readonly format: Format;
  readonly ms: readonly number[];
  /** 1: twice the bytes, twice the time; 2: four times. */
  readonly exponent: number;
}

export async function growths({ say }: RoundOptions): Promise<Growth[]> {
  const all: Growth[] = [];
  for (const format of Object.keys(formats) as Format[]) {
    const child = await Child.start(`ours: ${format}`);
    const times: number[] = [];
    for (const size of mebibytes) times.push(await timeOf(child, format, size));
    await child.stop();
    all.push({ format, ms: times, exponent: exponentOf(times) });
    say(`  ${format}: ${times.map(time => time.toFixed(1)).join(', ')} ms`);
  }
  return all;

  async function timeOf(child: Child, format: Format, size: number): Promise<number> {
    const workload = { format, payload: size * MIB, chunk: 1_460, frames: 1 };
    const speeds: number[] = [];
    for (let pass = 0; pass < PASSES; pass++) {
      const answer = await child.ask(pass === 0 ? 'check' : 'round', workload, 1);
      if ('failed' in answer) throw new Error(answer.failed);
      speeds.push(answer.figure);
    }
    // What else the machine does only adds.
    return 1_000 / Math.max(...speeds);
  }
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
