import { builtIn } from '../engine/built-in.ts';
import { withText } from '../engine/catalogue.ts';
import type { LabState } from '../engine/state.ts';

/** Returns the text of the scene: the reader's, or the scene's own. */
export const textOf = (state: LabState): string => withText(builtIn, state).text ?? '';
