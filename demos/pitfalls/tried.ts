import type { Claim } from '../../lib/terminal/play/course.ts';
import type { Figure } from '../../lib/view/rows/figure.ts';
import type { Pitfall } from './pitfall.ts';
import { Trial } from './trial/trial.ts';

/** What came of a check, and its pictures. */
export interface Tried extends Claim {
  readonly figures: readonly Figure[];
}

/**
 * How long a check waits for what should come, in milliseconds. A naive program is often silent,
 * and a spectator should not wait long for that. A right one answers, however busy the machine is.
 */
export const patience = { naive: 1_500, right: 20_000 };

/** Puts a program of a pitfall, such as `naive.py`, to the pitfall's check. */
export async function tried(
  pitfall: Pitfall,
  program: string,
  ms: number,
): Promise<Tried> {
  const file = fileOf(pitfall, program);
  const trial = new Trial({ file, patience: ms });
  try {
    const { ok, found } = await pitfall.check(trial);
    return { ok, found, figures: trial.drawn };
  } finally {
    await trial.close();
  }
}

export const fileOf = ({ name }: Pitfall, program: string): string =>
  `demos/pitfalls/${name}/${program}`;
