import { readdirSync, readFileSync } from 'node:fs';
import { modeDemos } from '../../demos/index.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import type { Scene } from '../../lib/scene/script/scene.ts';
import { mainDoor, type Program } from '../../lib/scene/world/program.ts';
import { memoryWorld, type World } from '../../lib/scene/world/world.ts';

/** The demos that the pages show. A test compares the pages with them. */
export const programs: Readonly<Record<string, Program>> = Object.fromEntries(
  (await modeDemos()).map(demo => [demo.name, demo]),
);

export function programOf(demo: string): Program {
  const program = Object.hasOwn(programs, demo) ? programs[demo] : undefined;
  if (program) return program;
  throw new Error(`no demo "${demo}": there are ${Object.keys(programs).join(', ')}`);
}

/** Returns the world in which a program's scenes are the same in every run. */
export const worldFor = (program: Program): World =>
  memoryWorld(mainDoor(program).faults);

export function scenesOf(demo: string): Scene[] {
  const folder = `demos/${demo}/scenes`;
  return readdirSync(folder)
    .sort((one, two) => Number.parseInt(one, 10) - Number.parseInt(two, 10))
    .map(file =>
      parseScene(`${folder}/${file}`, readFileSync(`${folder}/${file}`, 'utf8')),
    );
}

/** `half-duplex/taking-turns`. */
export function sceneAt(place: string): { demo: string; scene: Scene } {
  const [demo = '', name = ''] = place.split('/');
  const scene = scenesOf(demo).find(one => one.name === name);
  if (scene === undefined) throw new Error(`no scene "${place}"`);
  return { demo, scene };
}
