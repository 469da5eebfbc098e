import { catalogueFromFiles } from '../../lab/catalogue-from-files.ts';
import { withText } from '../../lab/engine/catalogue.ts';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import { playState } from '../../lab/engine/play-state.ts';
import type { LabState } from '../../lab/engine/state.ts';

export const catalogue = await catalogueFromFiles();

/** Plays a state; without a text, the scene as it stands in its file. */
export const played = (state: LabState): Promise<LabRun> =>
  playState(withText(catalogue, state));
