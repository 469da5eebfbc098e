import { namedFramings } from '../../lib/framing/framings.ts';
import { dissect } from '../../lib/framing/index.ts';
import type { RolesOf } from '../../lib/view/bytes/roles.ts';
import type { LabRun } from './lab-run.ts';

/** Tells what each byte of a frame of this run is for; `undefined` if its framing is not known. */
export function rolesOf({ framing }: Pick<LabRun, 'framing'>): RolesOf | undefined {
  if (framing === undefined) return undefined;
  const codec = namedFramings[framing]();
  return frame => dissect(codec, frame);
}
