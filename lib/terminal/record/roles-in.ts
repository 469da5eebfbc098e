import { namedFramings } from '../../framing/framings.ts';
import { type ByteCodec, dissect } from '../../framing/index.ts';
import { doorNames, mainDoor } from '../../scene/world/program.ts';
import type { RolesOf } from '../../view/bytes/roles.ts';
import type { Chosen } from '../flags/options.ts';
import type { Demo } from '../programs/demo.ts';

/** Tells what the bytes of a frame are for, in a framing that is known. */
export const rolesIn =
  (codec: ByteCodec): RolesOf =>
  frame =>
    dissect(codec, frame);

/**
 * The same for a demo; `undefined` if its doors have several framings, or one that is not a
 * stream's.
 */
export function rolesInDemo(
  demo: Demo,
  { framing = 'lines' }: Pick<Chosen, 'framing'>,
) {
  const hasOwn = mainDoor(demo).codec !== undefined || doorNames(demo).length > 1;
  return hasOwn ? undefined : rolesIn(namedFramings[framing]());
}
