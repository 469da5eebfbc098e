import type { FramingName } from '../../lib/framing/framings.ts';
import type { LinkKind } from '../../lib/transport/faults/table.ts';
import type { LabRun } from './lab-run.ts';
import type { LabState } from './state.ts';

/** All demos that the lab can play, from simple to hard. It is plain data. */
export type Catalogue = readonly LabDemo[];

export interface LabDemo {
  readonly name: string;
  /** What it is about, in one sentence. */
  readonly about: string;
  /** The kind of faults that its links can have: table.ts has the faults of each kind. */
  readonly faults: LinkKind;
  /** The framings that the reader can choose; none if the demo has its own. */
  readonly framings: readonly FramingName[];
  /** True: its scenes are lessons, which are programs. They have no text to change, and no link. */
  readonly lessons?: true;
  readonly scenes: readonly LabScene[];
}

export interface LabScene {
  readonly name: string;
  readonly title: string;
  /** The text of the file; empty for a lesson. */
  readonly text: string;
  /** A lesson's run, from when the lab was built: lessons are programs for Node. */
  readonly run?: LabRun;
}

type Chosen = Pick<LabState, 'demo' | 'scene'>;

export const demoIn = (catalogue: Catalogue, { demo }: Chosen): LabDemo | undefined =>
  catalogue.find(({ name }) => name === demo);

export const sceneIn = (catalogue: Catalogue, chosen: Chosen): LabScene | undefined =>
  demoIn(catalogue, chosen)?.scenes.find(({ name }) => name === chosen.scene);

/** Returns the state with the text to play: the reader's, or else the scene's own. */
export const withText = (catalogue: Catalogue, state: LabState): LabState => {
  const text = state.text ?? sceneIn(catalogue, state)?.text;
  return text === undefined ? state : { ...state, text };
};
