import { builtIn } from '../engine/built-in.ts';
import { demoIn, sceneIn } from '../engine/catalogue.ts';
import { fromFragment } from '../engine/share.ts';
import type { LabState } from '../engine/state.ts';

/** What to show for the fragment of an address. */
export interface Opening {
  readonly state: LabState;
  /** Why it is not what the fragment asks for. */
  readonly instead?: string;
}

/** Returns what to show: a scene, the opening of a demo, or the opening of the first demo. */
export function openingAt(fragment: string): Opening {
  const words = fragment.replace(/^#/, '');
  if (words === '') return { state: first() };
  const state = fromFragment(words) ?? { demo: words, scene: '' };
  const { demo, scene } = state;
  if (sceneIn(builtIn, state)) return { state };
  if (demoIn(builtIn, state) === undefined)
    return { state: first(), instead: 'The lab does not know the scene of this link.' };
  if (scene === '') return { state: first(demo) };
  return { state: first(demo), instead: `${demo} has no scene "${scene}".` };
}

/** Returns the opening of a demo. */
export function first(name?: string): LabState {
  const demo = builtIn.find(one => one.name === name) ?? builtIn[0];
  return { demo: demo?.name ?? '', scene: demo?.scenes[0]?.name ?? '' };
}
