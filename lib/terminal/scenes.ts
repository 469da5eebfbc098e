import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  castOf,
  parseScene,
  play,
  type Scene,
  SceneError,
  tcpWorld,
} from '../scene/index.ts';
import type { Flags } from './arguments.ts';
import type { Demo } from './demo.ts';
import { RunError, UsageError } from './failure.ts';
import { fold } from './fold.ts';
import { faultsOf, framingOf } from './link.ts';
import { faint, print, verdictColour } from './output.ts';
import { atOnce, byKeys, type Pace } from './pace.ts';
import { keepRecord } from './record.ts';
import { screening } from './screening.ts';

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
  if (flags.has('list')) return list(demo, scenes);
  const chosen = choose(scenes, flags);
  const pace = paceOf(flags);
  let ok = true;
  for (const scene of chosen) {
    if (scene !== chosen[0]) print();
    ok = (await playOne(demo, scene, scenes, flags, pace)) && ok;
  }
  pace.close();
  if (chosen.length === 1) whatNext(demo, chosen[0] as Scene, scenes);
  return ok;
}

/** Sentences are read at the reader's own pace: they wait for a key only if asked to. */
function paceOf(flags: Flags): Pace {
  const watched = process.stdin.isTTY && process.stdout.isTTY;
  if (!watched || (flags.has('plain') && !flags.has('step'))) return atOnce;
  return byKeys(process.stdin, () => {
    print(faint('left before the verdict'));
    process.exit(0);
  });
}

function choose(scenes: readonly Scene[], flags: Flags): readonly Scene[] {
  const name = flags.get('scene');
  if (flags.has('all')) {
    if (name !== undefined)
      throw new UsageError('--all plays every scene: leave out --scene');
    if (flags.has('trace'))
      throw new UsageError('--trace keeps one run: choose it with --scene, not --all');
    return scenes;
  }
  if (name === undefined) return scenes.slice(0, 1);
  const scene = scenes.find(one => one.name === name);
  if (scene) return [scene];
  const names = scenes.map(one => one.name).join(', ');
  throw new UsageError(`no scene "${name}": there are ${names}`);
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
  const { finding, recorder } = await play({
    scene,
    spectator,
    world: tcpWorld(),
    program: demo.program,
    framing: framingOf(flags),
    faults: faultsOf(flags),
    chunks: flags.has('wire') || flags.has('trace'),
  }).catch(clearly);
  print();
  for (const line of fold(finding.line, '  ')) print(verdictColour(finding.ok, line));
  const { events } = recorder;
  const { mode, title } = scene;
  const file = flags.get('trace');
  if (file !== undefined) keepRecord(file, { events, mode, title, lanes: cast });
  return finding.ok;
}

/** A scene that did not go as written failed at run time: one line, not a stack. */
function clearly(error: unknown): never {
  if (error instanceof SceneError) throw new RunError(error.message);
  throw error;
}

function list(demo: Demo, scenes: readonly Scene[]): boolean {
  const widest = Math.max(...scenes.map(({ name }) => name.length));
  for (const { name, title } of scenes) print(`  ${name.padEnd(widest)}   ${title}`);
  print(`play one: npm run demo:${demo.name} -- --scene NAME`);
  return true;
}

function whatNext(demo: Demo, scene: Scene, scenes: readonly Scene[]): void {
  const run = `npm run demo:${demo.name} --`;
  const next = scenes[scenes.indexOf(scene) + 1];
  if (next) print(`next: ${run} --scene ${next.name}    ${faint(next.title)}`);
  print(
    faint(`all ${scenes.length} scenes: ${run} --list    read: docs/${demo.name}.md`),
  );
  print(faint(`take part: ${run} server`));
  print(faint(`      and: ${run} client    in a second terminal`));
}
