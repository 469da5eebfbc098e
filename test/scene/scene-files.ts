import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Program } from '../../lib/scene/world/program.ts';

export interface SceneFile {
  /** `simplex/1-one-way`. */
  readonly name: string;
  readonly file: string;
  readonly source: string;
  readonly program: Program;
}

const demos = new URL('../../demos/', import.meta.url);

/** The scenes of every demo that has a program to play them with. */
const all: readonly SceneFile[] = (
  await Promise.all(
    readdirSync(demos)
      .filter(demo => existsSync(new URL(`${demo}/program.ts`, demos)))
      .map(scenesOf),
  )
).flat();

/** Those over a stream, and those by datagrams, where framings and broken bytes mean nothing. */
export const sceneFiles = all.filter(({ program }) => !program.byDatagram);
export const datagramScenes = all.filter(({ program }) => program.byDatagram);

async function scenesOf(demo: string): Promise<SceneFile[]> {
  const folder = new URL(`${demo}/scenes/`, demos);
  const [program] = Object.values<Program>(
    await import(new URL(`${demo}/program.ts`, demos).href),
  );
  if (program === undefined) throw new Error(`Cannot play ${demo}: it has no program`);
  return readdirSync(folder).map(file => ({
    name: `${demo}/${file.replace('.scene', '')}`,
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
