import { resolve } from 'node:path';
import type { Values } from '../../options/option.ts';
import { play } from '../../scene/play/play.ts';
import { participants, type Scene, SceneError } from '../../scene/script/scene.ts';
import { mainDoor } from '../../scene/world/program.ts';
import { realWorld } from '../../scene/world/world.ts';
import { allClosed } from '../../trace/all-closed.ts';
import { faultsOf } from '../../transport/faults/options.ts';
import { RunError } from '../flags/failure.ts';
import type { Choice, Chosen } from '../flags/options.ts';
import { complain, print } from '../output.ts';
import type { Demo } from '../programs/demo.ts';
import { framingOf } from '../programs/wiring.ts';
import { toStart } from '../to-start.ts';
import { betweenScenes, choose, closing, paceOf, whatNext } from './menu.ts';
import type { Pace } from './pace.ts';
import { printVerdict } from './print-verdict.ts';
import { type SceneFile, sceneFile, sceneFiles } from './scene-files.ts';
import { showScene } from './show-scene.ts';

/** The flags for scenes. */
export type SceneChosen = Chosen & Choice;

/**
 * Plays the scenes of a folder in this terminal. Returns false if a verdict was not as expected, or
 * a file cannot be read.
 */
export async function playScenes(
  demo: Demo,
  folder: URL,
  chosen: SceneChosen,
): Promise<boolean> {
  const files = sceneFiles(folder);
  const known = (path: string) => files.find(file => file.path === path);
  const played = choose(
    files,
    chosen,
    path => known(resolve(path)) ?? sceneFile(resolve(path)),
  );
  const pace = paceOf(chosen);
  const perform = (file: SceneFile) =>
    playFile(demo, file, placeOf(file, files), chosen, pace);
  const all = played.length > 1;
  const first = played[0] as SceneFile;
  const ok = all ? await playAll(demo, played, perform, pace) : await perform(first);
  pace.close();
  if (all) return ok;
  whatNext(demo.name, first, files);
  takePart(demo);
  return ok;
}

/**
 * Plays several scenes. A problem with one of them is one line, and the others are still played.
 */
async function playAll(
  demo: Demo,
  files: readonly SceneFile[],
  perform: (file: SceneFile) => Promise<boolean>,
  pace: Pace,
): Promise<boolean> {
  let ok = true;
  for (const file of files) {
    if (file !== files[0]) await betweenScenes(pace);
    ok = (await perform(file).catch(reported)) && ok;
  }
  return ok;

  function reported(error: unknown): boolean {
    if (!(error instanceof RunError)) throw error;
    complain(`demo:${demo.name}: ${error.message}`);
    return false;
  }
}

/** Returns `scene 1 of 9`; your own scene file has no number. */
function placeOf(file: SceneFile, files: readonly SceneFile[]): string {
  const at = files.indexOf(file);
  return at < 0 ? `scene ${file.name}` : `scene ${at + 1} of ${files.length}`;
}

async function playFile(
  demo: Demo,
  file: SceneFile,
  place: string,
  chosen: SceneChosen,
  pace: Pace,
): Promise<boolean> {
  if (file.scene === undefined) throw new RunError(file.problem);
  return await playOne(demo, file.scene, place, chosen, pace);
}

async function playOne(
  demo: Demo,
  scene: Scene,
  place: string,
  chosen: SceneChosen,
  pace: Pace,
): Promise<boolean> {
  const { plain, ascii, wire, step, trace } = chosen;
  const lanes = participants(scene, demo);
  const spectator = showScene(
    {
      demo,
      scene,
      pace,
      place,
      plain,
      ascii,
      wire,
      step,
    },
    lanes,
  );
  const faults = faultsOf(chosen);
  const { finding, recorder } = await play({
    scene,
    spectator,
    world: realWorld(mainDoor(demo).faults),
    program: demo,
    framing: framingOf(chosen),
    faults,
    flags: given(demo, chosen),
    chunks: wire || trace !== undefined,
  }).catch(clearly(Object.keys(faults)));
  print();
  printVerdict(finding.ok, finding.line, ascii);
  const { events } = recorder;
  const { mode, title } = scene;
  if (trace !== undefined) {
    const { keepRecord } = await import('../record/keep-record.ts');
    const { rolesInDemo } = await import('../record/roles-in.ts');
    const rolesOf = rolesInDemo(demo, chosen);
    const run = { events: allClosed(events), mode, title, lanes };
    keepRecord(trace, { ...run, verdicts: [finding], rolesOf });
  }
  return finding.ok;
}

/** The flags of the server that were given for the scenes. */
const given = ({ alsoInScenes = [] }: Demo, chosen: SceneChosen): Values =>
  Object.fromEntries(alsoInScenes.map(name => [name, chosen[name]]));

/** Turns the error of a scene that did not go as written into one line without a stack. */
const clearly =
  (faults: readonly string[]) =>
  (error: unknown): never => {
    if (!(error instanceof SceneError)) throw error;
    const flags = faults.map(name => `--${name}`).join(' ');
    throw new RunError(
      flags === ''
        ? error.message
        : `${error.message} (it is written for a link without ${flags})`,
    );
  };

function takePart({ name, doors, asksName }: Demo): void {
  const command = (word: string) => toStart(`demo:${name}`, word);
  const { faults } = mainDoor({ doors });
  const page = doors.websocket;
  const talkToEachOther = asksName !== undefined || faults === 'datagrams';
  const where =
    talkToEachOther && page === undefined
      ? 'in two more terminals'
      : 'in a second terminal';
  closing(`take part: ${command('server')}`);
  if (page !== undefined)
    closing(`      and: open http://127.0.0.1:${page}    in a browser, twice`);
  closing(
    `      ${page === undefined ? 'and' : ' or'}: ${command('client')}    ${where}`,
  );
}
