import { setTimeout as pause } from 'node:timers/promises';
import type { Player } from '../../demos/pitfalls/trial/player.ts';
import type { Trial } from '../../demos/pitfalls/trial/trial.ts';

/** What somebody does to a right program. Returns what came of it. */
export type Talk = (trial: Trial) => Promise<readonly string[]>;

/**
 * Gives the program time to read what was said. It may answer nothing, so no event tells that it has. On a busy
 * machine two chunks may arrive as one: then the test tries less, and does not fail.
 */
export const timeToRead = (): Promise<void> => pause(20);

/** Something that the check of a pitfall does not try. */
export interface Case {
  readonly pitfall: string;
  readonly claim: string;
  readonly talk: Talk;
  readonly expected: readonly string[];
}

/** Somebody who has heard what the server says to everybody first. */
export async function welcomed(trial: Trial, name: string): Promise<Player> {
  const player = await trial.connect(name);
  await player.hears();
  return player;
}

/** Somebody who has given a name, and heard the answer. */
export async function named(trial: Trial, name: string): Promise<Player> {
  const player = await trial.connect(name);
  await player.asks([name]);
  return player;
}

/** Says it in two chunks. */
export async function inHalves(
  player: Player,
  first: string,
  second: string,
): Promise<void> {
  player.goesOn(first);
  await timeToRead();
  player.goesOn(second);
}
