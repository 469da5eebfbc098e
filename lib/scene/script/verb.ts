import type { Actor } from '../play/actor.ts';
import type { Run } from '../play/run.ts';
import { readText } from './text.ts';

export type Fail = (problem: string) => never;

/** A scene as it is played, and how the line in hand fails. */
export interface Doing {
  readonly run: Run;
  readonly fail: Fail;
}

export interface Part<Said> {
  /** One line for docs/scenes.md. */
  readonly help: string;
  /** Does the line for one of those that it names. */
  does(said: Said, name: string, doing: Doing): void | Promise<void>;
}

/** One verb of scenes. `Said` is what its line says besides who does it. */
export interface Verb<Said> {
  /** What follows WHO, as docs/scenes.md shows it. Its first word is the verb's name in errors. */
  readonly usage: string;
  readonly form: RegExp;
  /** Reads the groups of `form`. */
  read(groups: readonly (string | undefined)[], fail: Fail): Said;
  /** What somebody does who is not connected yet, what a caller does, and what the server does. */
  readonly newcomer?: Part<Said>;
  readonly caller?: Part<Said>;
  readonly server?: Part<Said>;
  /** It may stand below `at once:`. Then all of it happens in one task, so it never waits. */
  readonly atOnce?: true;
  /** It may stand below `in any order:`, and does this there. */
  readonly anyOrder?: Part<Said>['does'];
}

export const verb = <Said>(row: Verb<Said>): Verb<Said> => row;

/** Returns the player of that name. */
export const actorOf = (name: string, { run, fail }: Doing): Actor =>
  run.actors.get(name) ?? fail(`expected ${name} to connect first`);

/** What a caller does over the link that it has. */
export const caller = <Said>(
  help: string,
  does: (actor: Actor, said: Said, name: string, fail: Fail) => void,
): Part<Said> => ({
  help,
  does: (said, name, doing) => does(actorOf(name, doing), said, name, doing.fail),
});

/** For verbs without more words. */
export const bare = () => ({});

/** For verbs with a TEXT behind them. */
export const words = ([, text = '']: readonly (string | undefined)[], fail: Fail) =>
  readText(text, fail);

export type Words = ReturnType<typeof words>;
