import { readdirSync, readFileSync } from 'node:fs';
import { modeDemos } from '../../demos/index.ts';
import { mainDoor, type Program } from '../../lib/scene/world/program.ts';
import type { Demo } from '../../lib/terminal/programs/demo.ts';

export interface SceneFile {
  /** `simplex/1-one-way`. */
  readonly name: string;
  readonly file: string;
  readonly source: string;
  readonly program: Program;
}

const demos = new URL('../../demos/', import.meta.url);

const byName = (one: Demo, other: Demo) => (one.name < other.name ? -1 : 1);

/** The scenes of every demo that is no lesson. */
const all: readonly SceneFile[] = (await modeDemos()).sort(byName).flatMap(scenesOf);

/** Those over a stream, and those by datagrams, where framings and broken bytes mean nothing. */
export const sceneFiles = all.filter(({ program }) => !isByDatagram(program));
export const datagramScenes = all.filter(({ program }) => isByDatagram(program));

function isByDatagram(program: Program): boolean {
  return mainDoor(program).faults === 'datagrams';
}

function scenesOf(program: Demo): SceneFile[] {
  const folder = new URL(`${program.name}/scenes/`, demos);
  return readdirSync(folder).map(file => ({
    name: `${program.name}/${file.replace('.scene', '')}`,
    file,
    program,
    source: readFileSync(new URL(file, folder), 'utf8'),
  }));
}

export function sceneFile(name: string): SceneFile {
  const found = all.find(scene => scene.name === name);
  if (found === undefined)
    throw new Error(`Cannot play ${name}: there is no such scene`);
  return found;
}
