import type { ServerInHand } from '../scene/play/opposite.ts';
import type { Scene, Step } from '../scene/script/scene.ts';
import { rowOf } from '../scene/script/verbs.ts';
import type { Mode } from '../trace/rules/index.ts';
import type { DoorName } from '../transport/doors.ts';
import { longWait, shortWait } from './waits.ts';

/** What a check can do with the server that it has. */
export interface Means {
  readonly mode: Mode;
  /** What the server is called in scenes. */
  readonly server: string;
  readonly doors: readonly DoorName[];
  readonly inHand: ReadonlySet<keyof ServerInHand>;
  /** Whether the server can be started with the flags that a scene names. */
  readonly flags: boolean;
  /** Whether it waits for what takes long. */
  readonly patient: boolean;
  /** Whether one end may end, and still listen. */
  readonly halfClose: boolean;
  /** Whether a message is a line there: bytes of a line are not a message elsewhere. */
  readonly byLines: boolean;
}

/** A scene as it can be played against that server, or why it cannot. `notes`: what is not checked. */
export type PlayablePart =
  | { readonly scene: Scene; readonly notes: readonly string[]; readonly why?: never }
  | { readonly why: string };

/** Which part of a scene can be played against a server that is not ours. */
export function partFor(scene: Scene, means: Means): PlayablePart {
  const why = misfits.map(misfit => misfit(scene, means)).find(Boolean);
  if (why) return { why };
  const notes: string[] = [];
  const steps = beforeLongWait(scene, means, notes).filter(isSeen);
  if (!steps.some(asks)) return { why: notes[0] ?? 'no player hears anything in it' };
  return { scene: { ...scene, steps }, notes };

  /** What is on a screen that cannot be seen is left out, and everything else is played. */
  function isSeen(step: Step): boolean {
    if (needOf(step, means) !== 'see' || means.inHand.has('see')) return true;
    const note = `not checked: what is on the ${means.server}'s screen. Give a command in place of HOST:PORT`;
    if (!notes.includes(note)) notes.push(note);
    return false;
  }
}

type Misfit = (scene: Scene, means: Means) => string | undefined;

/** Why a scene cannot be played at all. The first that holds is named. */
const misfits: readonly Misfit[] = [
  ({ verdict, mode }, means) =>
    verdict.result === 'violated' || mode !== means.mode
      ? 'it shows on purpose how the mode is broken'
      : undefined,
  ({ steps }) => {
    const ms = steps.map(waitOf).find(one => one > 0 && one < shortWait);
    return ms === undefined
      ? undefined
      : `it depends on ${ms} ms of the server's own clock`;
  },
  ({ server }, { flags }) =>
    flags || server.length === 0
      ? undefined
      : `it needs a server with ${server.join(' ')}: put {flags} into the command`,
  ({ steps }, { doors }) => {
    const door = steps.map(doorOfStep).find(one => one && !doors.includes(one));
    return door && `it needs a second door, ${door}`;
  },
  ({ steps }, means) =>
    steps
      .map(step => needOf(step, means))
      .flatMap(need => (need && need !== 'see' && !means.inHand.has(need) ? need : []))
      .map(
        need =>
          `it needs ${needs[need] ?? 'our own server'}: give a command in place of HOST:PORT`,
      )[0],
  ({ steps }, { byLines }) =>
    !byLines && steps.some((step, at) => isInBytes(step, steps.slice(at)))
      ? 'it sends the bytes of lines, and at this door a message is not a line'
      : undefined,
  ({ steps }, { halfClose }) =>
    halfClose || !steps.some((step, at) => listensOn(step, steps.slice(at)))
      ? undefined
      : 'a player ends and still listens, which this door has not',
];

/** What only a server that we have started does for a scene. */
const needs: Partial<Record<keyof ServerInHand, string>> = {
  type: "the server's keyboard",
  stop: 'to stop the server',
  restart: 'to start the server again',
};

/** What a line asks of a server besides answering. */
function needOf(step: Step, { server }: Means): keyof ServerInHand | undefined {
  if (step.do === 'pass') return 'pass';
  return actionsOf(step)
    .map(({ do: verb, who }) => {
      const { server: own, caller, node } = rowOf(verb);
      return (who.includes(server) ? own : (caller ?? node))?.needs;
    })
    .find(Boolean);
}

const actionsOf = (step: Step) =>
  'steps' in step ? step.steps : 'who' in step ? [step] : [];

const waitOf = (step: Step): number => (step.do === 'pass' ? step.ms : 0);
const doorOfStep = (step: Step): DoorName | undefined =>
  step.do === 'connect' ? step.door : undefined;

/** Whether somebody must hear or see something in that line. To hear nothing is easy. */
const asks = (step: Step): boolean =>
  actionsOf(step).some(({ do: verb }) => /^(?:hear|see)(?! nothing)/.test(verb));

/** Whether a player who ends in this line hears words in one of those. */
function listensOn(step: Step, later: readonly Step[]): boolean {
  const ended = actionsOf(step).flatMap(({ do: verb, who }) =>
    verb === 'end' ? who : [],
  );
  const again = later.findIndex(
    one => one.do === 'connect' && one.who.some(who => ended.includes(who)),
  );
  return later
    .slice(0, again < 0 ? undefined : again)
    .flatMap(actionsOf)
    .some(
      ({ do: verb, who }) => verb === 'hear' && who.some(one => ended.includes(one)),
    );
}

/** The steps up to a wait that is too long for most. */
function beforeLongWait({ name, steps }: Scene, means: Means, notes: string[]): Step[] {
  let waited = 0;
  const at = steps.findIndex(step => {
    waited += waitOf(step);
    return waited > longWait;
  });
  if (at < 0 || means.patient) return [...steps];
  const total = steps.reduce((sum, step) => sum + waitOf(step), 0) / 1_000;
  notes.push(
    `not checked from line ${steps[at]?.line} on: it takes ${total} s. --only ${name} plays it whole`,
  );
  return steps.slice(0, at);
}

/** Whether the line sends raw bytes, or half a message to which its sender wants an answer. */
function isInBytes(step: Step, later: readonly Step[]): boolean {
  return actionsOf(step).some(({ do: verb, who }) => {
    if (verb !== 'begin') return verb === 'write';
    const next = later
      .flatMap(actionsOf)
      .find(
        one =>
          /^(?:finish|hear)$/.test(one.do) && one.who.some(name => who.includes(name)),
      );
    return next?.do === 'hear';
  });
}
