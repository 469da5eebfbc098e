import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { castOf } from '../scene/cast.ts';
import type { World } from '../scene/index.ts';
import { parseScene } from '../scene/parse.ts';
import { play } from '../scene/play.ts';
import { type Scene, SceneError } from '../scene/scene.ts';
import type { Flags } from './arguments.ts';
import type { Demo } from './demo.ts';
import { RunError } from './failure.ts';
import { faultsOf, framingOf } from './link.ts';
import { print } from './output.ts';
import type { Pace } from './pace.ts';
import { choose, closing, list, paceOf, whatNext } from './programme.ts';
import { screening } from './screening.ts';
import { printVerdict } from './verdict.ts';

/** All the scenes of a demo, in the order of their files' numbers. */
export function readScenes(demo: Demo): Scene[] {
  const folder = fileURLToPath(demo.scenes);
  return readdirSync(folder)
    .filter(file => file.endsWith('.scene'))
    .sort((one, two) => Number.parseInt(one, 10) - Number.parseInt(two, 10))
    .map(file => {
      const path = `${folder}${file}`;
      return parseScene(relative(process.cwd(), path), readFileSync(path, 'utf8'));
    });
}

/** Plays scenes in this terminal. False: a verdict was not as expected. */
export async function playScenes(demo: Demo, flags: Flags): Promise<boolean> {
  const scenes = readScenes(demo);
  if (flags.has('list')) return list(demo.name, scenes);
  const chosen = choose(scenes, flags);
  const pace = paceOf(flags);
  let ok = true;
  for (const scene of chosen) {
    if (scene !== chosen[0]) print();
    ok = (await playOne(demo, scene, scenes, flags, pace)) && ok;
  }
  pace.close();
  if (chosen.length === 1) {
    whatNext(demo.name, chosen[0] as Scene, scenes);
    takePart(demo);
  }
  return ok;
}

async function playOne(
  demo: Demo,
  scene: Scene,
  scenes: readonly Scene[],
  flags: Flags,
  pace: Pace,
): Promise<boolean> {
  const cast = castOf(scene, demo.program.server);
  const spectator = screening(
    {
      demo,
      scene,
      pace,
      place: `scene ${scenes.indexOf(scene) + 1} of ${scenes.length}`,
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
    const { keepRecord } = await import('./record.ts');
    keepRecord(file, { events, mode, title, lanes: cast });
  }
  return finding.ok;
}

async function worldOf({ program }: Demo): Promise<World> {
  if (program.byDatagram)
    return (await import('../scene/datagram-worlds.ts')).udpWorld();
  return (await import('../scene/worlds.ts')).tcpWorld();
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
