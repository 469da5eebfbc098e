import { participants, type Scene } from '../scene/script/scene.ts';
import { mainDoor } from '../scene/world/program.ts';
import { drawn } from '../trace/event.ts';
import { hintFor } from './hint.ts';
import type { PlayablePart } from './part.ts';
import type { Failure, SceneResult } from './result.ts';
import { lastBytes } from './unclean.ts';
import { type Playing, type Problem, Witness } from './witness.ts';

/** As many events are shown before a failure: a server may send more than anybody reads. */
const mostEvents = 400;

/** A scene, and its file as it is written. */
export interface SceneSource {
  readonly scene: Scene;
  readonly source: string;
}

/** Plays what can be played of a scene against a server, and tells what that has shown. */
export async function playPart(
  source: SceneSource,
  { scene, notes }: Extract<PlayablePart, { scene: Scene }>,
  playing: Playing,
): Promise<SceneResult> {
  const { name, title, rules } = scene;
  const began = performance.now();
  const witness = new Witness();
  const problem = await witness.play(scene, playing);
  const took = Math.round(performance.now() - began);
  const told = { name, title, rules, notes, took };
  if (problem === undefined) return { ...told, outcome: 'pass' };
  const failure = failureOf(problem, source, playing, witness);
  return { ...told, outcome: 'fail', failure };
}

function failureOf(
  { line, problem }: Problem,
  { scene, source }: SceneSource,
  { program }: Playing,
  { events }: Witness,
): Failure {
  const [, who] = /^expected (\S+) to /.exec(problem) ?? [];
  const text = source.split('\n')[(line ?? 0) - 1]?.trim() ?? '';
  const bytes = lastBytes(events, who);
  const isByLines = mainDoor(program).codec === undefined;
  return {
    file: scene.file,
    line,
    text,
    problem,
    hint: hintFor({ text, problem, bytes, events, who, isByLines }),
    bytes,
    who,
    events: events.filter(drawn).slice(-mostEvents),
    lanes: participants(scene, program),
    remarks: [],
  };
}
