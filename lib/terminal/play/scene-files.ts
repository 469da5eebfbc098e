import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameOf, parseScene } from '../../scene/script/parse.ts';
import { type Scene, SceneError } from '../../scene/script/scene.ts';
import { cannotRead } from '../flags/failure.ts';
import type { Entry } from './menu.ts';

/** A scene file: its scene, or why it cannot be read. A mistake in one file does not stop the others. */
export type SceneFile = Entry & {
  readonly path: string;
} & (
    | { readonly scene: Scene }
    | { readonly scene?: undefined; readonly problem: string }
  );

/** Returns all scenes of a demo, sorted by the number at the start of the file's name, then by name. */
export function sceneFiles(folder: URL): SceneFile[] {
  const path = fileURLToPath(folder);
  return readdirSync(path)
    .filter(file => file.endsWith('.scene'))
    .sort()
    .sort((one, other) => number(one) - number(other))
    .map(file => sceneFile(resolve(path, file)));
}

/** Files without a number come last. */
const number = (file: string): number => Number(/^\d+/.exec(file)?.[0] ?? 1e9);

/** Reads one scene file, in any folder. */
export function sceneFile(path: string): SceneFile {
  const shown = relative(process.cwd(), path);
  const name = nameOf(path);
  try {
    const scene = parseScene(shown, readFileSync(path, 'utf8'));
    return { name, path, title: scene.title, scene };
  } catch (error) {
    const problem = problemOf(error, shown);
    return { name, path, title: `cannot be played: ${problem}`, problem };
  }
}

function problemOf(error: unknown, shown: string): string {
  if (error instanceof SceneError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return cannotRead(shown, code);
}
