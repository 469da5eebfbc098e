import { readFileSync } from 'node:fs';
import type { SceneSource } from '../../check/play-part.ts';
import type { Values } from '../../options/option.ts';
import type { DoorName } from '../../transport/doors.ts';
import { RunError } from '../flags/failure.ts';
import { sceneFiles } from '../play/scene-files.ts';
import type { Demo } from '../programs/demo.ts';

/** A mode that servers can be checked for. */
export interface Subject {
  readonly demo: Demo;
  /** The door that is checked. */
  readonly door: DoorName;
  /** What a client must be told besides a host and a port. */
  readonly at?: Values;
  /** Where its scenes are. */
  readonly folders: readonly URL[];
}

/** Its scenes, with their files as they are written. */
export function sourcesOf({ folders }: Subject): SceneSource[] {
  return folders.flatMap(sceneFiles).map(file => {
    if (file.scene === undefined) throw new RunError(file.problem);
    return { scene: file.scene, source: readFileSync(file.path, 'utf8') };
  });
}
