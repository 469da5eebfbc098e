import { demoNames, demos } from '../../demos/index.ts';
import { type FramingName, framingNames } from '../../lib/framing/framings.ts';
import { play, writesBytes } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { participants, type Scene, SceneError } from '../../lib/scene/script/scene.ts';
import { doorNames, mainDoor } from '../../lib/scene/world/program.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import type { Demo } from '../../lib/terminal/programs/demo.ts';
import { framingOf } from '../../lib/terminal/programs/wiring.ts';
import { withFewerEvents } from './fewer-events.ts';
import { type LabRun, nothingBut, type Problem } from './lab-run.ts';
import { checkSize } from './scene-size.ts';
import type { LabState } from './state.ts';
import { Tape } from './tape.ts';

/**
 * Plays a state, which has its text, in memory and in virtual time: the same run every time. A
 * mistake in the state or in the scene is the run's problem, never an exception.
 */
export async function playState(state: LabState): Promise<LabRun> {
  try {
    return await playDemo(await demoCalled(state.demo), state);
  } catch (error) {
    return nothingBut(problemOf(error));
  }
}

async function demoCalled(wanted: string): Promise<Demo> {
  const name = demoNames.find(one => one === wanted);
  if (name === undefined) throw new Error(`no demo "${wanted}"`);
  const demo = await demos[name].load();
  if ('lessons' in demo) throw new Error(`${name} has no scenes`);
  return demo;
}

async function playDemo(demo: Demo, state: LabState): Promise<LabRun> {
  const { mode } = demo;
  try {
    if (state.text === undefined)
      return nothingBut({ words: `no scene "${state.scene}"` }, mode);
    checkSize(state.text);
    const framing = framingCalled(state.framing);
    const scene = parseScene(state.scene, state.text);
    return await playScene(demo, scene, { ...state, framing });
  } catch (error) {
    return nothingBut(problemOf(error), mode);
  }
}

async function playScene(
  demo: Demo,
  scene: Scene,
  { link = {}, framing }: LabState & { readonly framing: FramingName },
): Promise<LabRun> {
  const tape = new Tape();
  const { mode, rule } = scene;
  const lanes = participants(scene, demo);
  const run = { mode, rule, lanes, ...framingIn(demo, scene, framing) };
  try {
    const { finding } = await play({
      scene,
      program: demo,
      world: memoryWorld(mainDoor(demo).faults),
      framing: framingOf({ framing }),
      faults: link,
      chunks: true,
      spectator: tape,
    });
    // A reader who changes a scene wants to see how it goes on. Only the first mistake is reported.
    if (tape.failure) throw tape.failure;
    return withFewerEvents({ ...run, ...tape.close(), finding });
  } catch (error) {
    return withFewerEvents({ ...run, ...tape.close(), problem: problemOf(error) });
  }
}

/** Raw bytes are lines. Doors with framings of their own are not told apart. */
function framingIn(demo: Demo, scene: Scene, framing: FramingName) {
  const several = mainDoor(demo).codec !== undefined || doorNames(demo).length > 1;
  if (several) return {};
  return { framing: writesBytes(scene) ? ('lines' as const) : framing };
}

function framingCalled(name = 'lines'): FramingName {
  const framing = framingNames.find(one => one === name);
  if (framing === undefined) throw new Error(`no framing "${name}"`);
  return framing;
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof SceneError))
    return { words: error instanceof Error ? error.message : String(error) };
  const { line, problem: words } = error;
  return line === undefined ? { words } : { line, words };
}
