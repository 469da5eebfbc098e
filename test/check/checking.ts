import { check } from '../../lib/check/check.ts';
import type { ServerPlace } from '../../lib/check/place.ts';
import type { SceneResult } from '../../lib/check/result.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { sceneFile } from '../scene/scene-files.ts';

export interface Checking {
  readonly program: Program;
  readonly mode: Mode;
  readonly place: ServerPlace;
  /** How long a line waits, in milliseconds. */
  readonly patience?: number;
}

/** Plays scenes of the demos, such as `p2m/3-who`, against a server. */
export async function checked(
  scenes: readonly string[],
  checking: Checking,
): Promise<SceneResult[]> {
  const sources = scenes.map(name => {
    const { source } = sceneFile(name);
    return { scene: parseScene(`${name}.scene`, source), source };
  });
  const results: SceneResult[] = [];
  for await (const result of check(sources, { patient: true, ...checking }))
    results.push(result);
  return results;
}
