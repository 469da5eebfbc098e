import { modeDemos } from '../../demos/index.ts';
import { catalogueFromFiles } from '../../lab/catalogue-from-files.ts';
import { withText } from '../../lab/engine/catalogue.ts';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import { playState } from '../../lab/engine/play-state.ts';
import type { LabState } from '../../lab/engine/state.ts';

const names = (await modeDemos()).map(({ name }) => name as 'p2m');

/** The demos that have scenes. Lessons take seconds. */
export const catalogue = await catalogueFromFiles(names);

/** Every scene of every demo, as a state with its text. */
export const states = catalogue.flatMap(({ name, scenes }) =>
  scenes.map(({ name: scene, text }) => ({ demo: name, scene, text })),
);

/** Plays a state; without a text, the scene as it stands in its file. */
export const played = (state: LabState): Promise<LabRun> =>
  playState(withText(catalogue, state));
