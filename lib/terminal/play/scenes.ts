import { resolve } from 'node:path';
import { play } from '../../scene/play/play.ts';
import { participants, type Scene, SceneError } from '../../scene/script/scene.ts';
import type { World } from '../../scene/world/world.ts';
import { type Flags, readArguments } from '../flags/arguments.ts';
import { RunError, UsageError } from '../flags/failure.ts';
import { optionsOf } from '../flags/options-of.ts';
import { complain, print } from '../output.ts';
import type { Demo } from '../programs/demo.ts';
import { faultsOf, framingOf } from '../programs/wiring.ts';
import { betweenScenes, choose, closing, list, paceOf, whatNext } from './menu.ts';
import type { Pace } from './pace.ts';
import { printVerdict } from './print-verdict.ts';
import { type SceneFile, sceneFile, sceneFiles } from './scene-files.ts';
import { showScene } from './show-scene.ts';

/** Plays scenes in this terminal. Returns false if a verdict was not as expected, or a file cannot be read. */
export async function playScenes(demo: Demo, flags: Flags): Promise<boolean> {
  const files = sceneFiles(demo.scenes);
  if (flags.has('list')) return list(demo.name, files);
  const known = (path: string) => files.find(file => file.path === path);
  const chosen = choose(
    files,
    flags,
    path => known(resolve(path)) ?? sceneFile(resolve(path)),
  );
  const pace = paceOf(flags);
  const perform = (file: SceneFile) =>
    playFile(demo, file, placeOf(file, files), flags, pace);
  const all = chosen.length > 1;
  const first = chosen[0] as SceneFile;
  const ok = all ? await playAll(demo, chosen, perform, pace) : await perform(first);
  pace.close();
  if (all) return ok;
  whatNext(demo.name, first, files);
  takePart(demo);
  return ok;
}

/** Plays several scenes. A problem with one of them is one line, and the others are still played. */
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
  flags: Flags,
  pace: Pace,
): Promise<boolean> {
  if (file.scene === undefined) throw new RunError(file.problem);
  checkServer(demo, file.scene);
  return await playOne(demo, file.scene, place, flags, pace);
}

/** Throws a RunError if the server does not have a flag that the scene gives: it would silently have no effect. */
function checkServer(demo: Demo, { file, server }: Scene): void {
  try {
    readArguments(server, optionsOf(demo).server);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new RunError(`${file}: in "server:", ${error.message}`);
  }
}

async function playOne(
  demo: Demo,
  scene: Scene,
  place: string,
  flags: Flags,
  pace: Pace,
): Promise<boolean> {
  const cast = participants(scene, demo.program.server);
  const spectator = showScene(
    {
      demo,
      scene,
      pace,
      place,
      plain: flags.has('plain'),
      ascii: flags.has('ascii'),
      wire: flags.has('wire'),
      step: flags.has('step'),
    },
    cast,
  );
  const faults = faultsOf(flags);
  const { finding, recorder } = await play({
    scene,
    spectator,
    world: await worldOf(demo),
    program: demo.program,
    framing: framingOf(flags),
    faults,
    chunks: flags.has('wire') || flags.has('trace'),
  }).catch(clearly(Object.keys(faults)));
  print();
  printVerdict(finding.ok, finding.line, flags);
  const { events } = recorder;
  const { mode, title } = scene;
  const file = flags.get('trace');
  if (file !== undefined) {
    const { keepRecord } = await import('../record/keep-record.ts');
    keepRecord(file, { events, mode, title, lanes: cast });
  }
  return finding.ok;
}

async function worldOf({ program }: Demo): Promise<World> {
  if (program.byDatagram)
    return (await import('../../scene/world/datagram-worlds.ts')).udpWorld();
  return (await import('../../scene/world/worlds.ts')).tcpWorld();
}

/** A scene that did not go as written failed at run time: one line, not a stack. */
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

function takePart({ name, web, program }: Demo): void {
  const run = `npm run demo:${name} --`;
  const talkToEachOther = program.asksName !== undefined || program.byDatagram;
  const where =
    talkToEachOther && !web ? 'in two more terminals' : 'in a second terminal';
  closing(`take part: ${run} server`);
  if (web)
    closing(`      and: open http://127.0.0.1:${web.port}    in a browser, twice`);
  closing(`      ${web ? ' or' : 'and'}: ${run} client    ${where}`);
}
