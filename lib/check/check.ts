import { realClock } from '../connection/clock.ts';
import type { Program } from '../scene/world/program.ts';
import { doorNames, mainDoor } from '../scene/world/program.ts';
import type { Mode } from '../trace/rules/index.ts';
import { doorCalled } from '../transport/doors.ts';
import { closesAtOnce, diagnose } from './diagnose.ts';
import { type PlayablePart, partFor } from './part.ts';
import { isDropped, type OpenPlace, type ServerPlace } from './place.ts';
import { playPart, type SceneSource } from './play-part.ts';
import type { SceneResult } from './result.ts';

export interface CheckOptions {
  readonly place: ServerPlace;
  /** The mode's program, with the doors of that place alone: its words, and not how it serves. */
  readonly program: Program;
  readonly mode: Mode;
  /** Also plays what takes long. */
  readonly patient: boolean;
  /** Called before a scene is played. */
  readonly begins?: (name: string) => void;
  /** How long a line waits for what it asks for, in milliseconds. */
  readonly patience?: number;
}

/** Plays one scene after the other against a server. */
export async function* check(
  sources: readonly SceneSource[],
  options: CheckOptions,
): AsyncGenerator<SceneResult> {
  /** The scene that has left players in the server. */
  let leftBy: string | undefined;
  /** Nothing was played so far. */
  let first = true;
  for (const source of sources) {
    const part = partOf(source, options);
    const { name } = source.scene;
    if (part.why !== undefined) {
      yield withoutFinding(source, 'skip', part.why);
      continue;
    }
    options.begins?.(name);
    const { result, empty } = await checkOne(source, part, options, first);
    first = false;
    yield leftBy !== undefined && result.outcome === 'fail'
      ? withoutFinding(source, 'not judged', disturbed(leftBy))
      : result;
    if (!empty) leftBy ??= name;
  }
}

/** What can be played of a scene there. */
export function partOf(
  { scene }: SceneSource,
  options: Omit<CheckOptions, 'begins'>,
): PlayablePart {
  const { place, program, mode, patient } = options;
  const doors = doorNames(program);
  const { inHand, flags } = place;
  const halfClose = !doors.some(door => doorCalled(door).wholeClose);
  const { server } = program;
  const byLines = mainDoor(program).codec === undefined;
  return partFor(scene, {
    mode,
    server,
    doors,
    inHand,
    flags,
    patient,
    halfClose,
    byLines,
  });
}

const disturbed = (name: string): string =>
  `the server still holds players of ${name}. Give a command in place of HOST:PORT: then each scene has a server of its own`;

const withoutFinding = (
  { scene }: SceneSource,
  outcome: 'skip' | 'not judged',
  why: string,
): SceneResult => {
  const { name, title, rules } = scene;
  return { name, title, rules, outcome, notes: [why], took: 0 };
};

type Playable = Exclude<PlayablePart, { why: string }>;

/** `first`: if this fails, look at the server as such, because nothing is known of it yet. */
async function checkOne(
  source: SceneSource,
  part: Playable,
  options: CheckOptions,
  first: boolean,
) {
  const { place, program, patience } = options;
  const open = await place.open(source.scene);
  const { stranger } = open;
  const playing = { program, stranger, ...(patience !== undefined && { patience }) };
  let empty = false;
  let result: SceneResult;
  try {
    result = await playPart(source, part, playing);
    if (result.failure)
      result = await withRemarks(result, open, first ? program : undefined);
  } finally {
    empty = await open.close();
  }
  // Where nobody has a name, nobody is in the way of another.
  return { result, empty: empty || program.asksName === undefined };
}

/** `program`: with the door at which to look at the server as such. */
async function withRemarks(
  result: SceneResult,
  open: OpenPlace,
  program?: Program,
): Promise<SceneResult> {
  const { failure } = result;
  if (failure === undefined) return result;
  const wasHeard = failure.events.some(({ what }) =>
    /^(?:received|refused)$/.test(what),
  );
  const seen = program && (await lookAt(program, open, wasHeard));
  const remarks = [...(seen === undefined ? [] : [seen]), ...(await open.remarks())];
  return { ...result, failure: { ...failure, remarks } };
}

/** Only where lines are spoken. */
async function lookAt(
  program: Program,
  { stranger }: OpenPlace,
  wasHeard: boolean,
): Promise<string | undefined> {
  const { codec, faults, network } = mainDoor(program);
  if (codec !== undefined || faults !== 'stream') return undefined;
  const { connect } = await network();
  const link = { clock: realClock, faults: {} };
  try {
    return await diagnose(await connect(stranger.at, link), realClock, wasHeard);
  } catch (error) {
    return isDropped(error) && !wasHeard ? closesAtOnce : undefined;
  }
}
