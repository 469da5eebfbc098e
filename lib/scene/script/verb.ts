import { type DoorName, doorWords } from '../../transport/doors.ts';
import type { Actor } from '../play/actor.ts';
import type { ServerInHand } from '../play/opposite.ts';
import type { Run } from '../play/run.ts';
import { readText } from './text.ts';

export type Fail = (problem: string) => never;

/** A scene as it is played, and how the current line fails. */
export interface Doing {
  readonly run: Run;
  readonly fail: Fail;
}

export interface Ability<Said> {
  /** One line for docs/scenes.md. */
  readonly help: string;
  /** What only a server in hand does for a scene, where the line asks for it. */
  readonly needs?: keyof ServerInHand;
  /** The line says that something did not come: before it there is a moment in which it could. */
  readonly absence?: true;
  /** Does what the line says for one of the people that it names. */
  does(said: Said, name: string, doing: Doing): void | Promise<void>;
  /** Whether what the line asks for has come, so that there is no need to wait for it. */
  come?(said: Said, name: string, run: Run): boolean;
}

/** One verb of scenes. `Said` is what its line says besides who does it. */
export interface Verb<Said> {
  /** What follows WHO, as docs/scenes.md shows it. Its first word is the verb's name in errors. */
  readonly usage: string;
  readonly form: RegExp;
  /** Reads the groups of `form`. */
  read(groups: readonly (string | undefined)[], fail: Fail): Said;
  /** What a person does who is not connected yet, what a caller does, and what the server does. */
  readonly newcomer?: Ability<Said>;
  readonly caller?: Ability<Said>;
  readonly server?: Ability<Said>;
  /** What one node of a server does that is several. */
  readonly node?: Ability<Said>;
  /** Set if it may stand below `at once:`. There everything happens in one task, so it never waits. */
  readonly atOnce?: true;
  /** Set if it may stand below `in any order:`: what it does there. */
  readonly anyOrder?: Ability<Said>;
}

export const verb = <Said>(row: Verb<Said>): Verb<Said> => row;

/** Returns the player of that name. */
export const actorOf = (name: string, { run, fail }: Doing): Actor =>
  run.actors.get(name) ?? fail(`expected ${name} to connect first`);

/** What a caller does over its link, and what must have arrived before. */
export const caller = <Said>(
  help: string,
  does: (actor: Actor, said: Said, name: string, fail: Fail) => void,
  come?: (actor: Actor, said: Said) => boolean,
): Ability<Said> => ({
  help,
  does: (said, name, doing) => does(actorOf(name, doing), said, name, doing.fail),
  come(said, name, run) {
    const actor = run.actors.get(name);
    return !come || !actor || actor.connection.ending !== 'open' || come(actor, said);
  },
});

/** For verbs without more words. */
export const bare = () => ({});

/** For verbs that are followed by TEXT. */
export const words = ([, text = '']: readonly (string | undefined)[], fail: Fail) =>
  readText(text, fail);

export type Words = ReturnType<typeof words>;

/** For a line that waits for the end of the connection: that ends every wait. */
export const onlyTheEnd = () => false;

export function speak(actor: Actor, { text }: Words, name: string, fail: Fail): void {
  if (!actor.say(text))
    fail(
      `expected ${name} to have a link to speak on, but the link has ended or is gone`,
    );
}

export const readDoor = (word: string, fail: Fail): DoorName =>
  doorWords.find(door => door === word) ??
  fail(`expected a door (${doorWords.join(', ')}), found "${word}"`);
