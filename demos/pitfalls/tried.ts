import { fileURLToPath } from 'node:url';
import type { Claim } from '../../lib/terminal/play/course.ts';
import type { Figure } from '../../lib/view/rows/figure.ts';
import type { Pitfall } from './pitfall.ts';
import { Trial } from './trial/trial.ts';

/** What came of a check, and its pictures. */
export interface Tried extends Claim {
  readonly figures: readonly Figure[];
}

/** Tries a program of a pitfall, for that time in milliseconds. */
export type Tries = (pitfall: Pitfall, program: string, ms: number) => Promise<Tried>;

/**
 * How long a check waits for what should come, in milliseconds. A naive program is often silent,
 * and a spectator should not wait long for that. A right one answers, however busy the machine is.
 */
export const patience = { naive: 1_500, right: 20_000 };

/** Puts a program of a pitfall, such as `naive.py`, to the pitfall's check. */
export const tried: Tries = async (pitfall, program, ms) => {
  const trial = new Trial({ file: pathOf(pitfall, program), patience: ms });
  try {
    const { ok, found } = await pitfall.check(trial);
    return { ok, found, figures: trial.drawn };
  } finally {
    await trial.close();
  }
};

/** The name of a program, for people to read. */
export const fileOf = ({ name }: Pitfall, program: string): string =>
  `demos/pitfalls/${name}/${program}`;

/** From here, and from the folder of what bundled programs share: test/built.ts. */
const folder = new URL('../pitfalls/', import.meta.url);

/** Where the text of a program is. */
export const pathOf = ({ name }: Pitfall, program: string): string =>
  fileURLToPath(new URL(`${name}/${program}`, folder));
