import { type Catalogue, demoIn, sceneIn } from './catalogue.ts';
import { fromFragment, placeOf } from './share.ts';
import type { LabState } from './state.ts';

/** What to show for the fragment of an address. */
export interface Opening {
  readonly state: LabState;
  /** Why it is not what the fragment asks for. */
  readonly instead?: string;
}

/** Returns what to show: a scene, the opening of a demo, or the opening of the first demo. */
export function openingAt(catalogue: Catalogue, fragment: string): Opening {
  const words = fragment.replace(/^#/, '');
  if (words === '') return { state: first(catalogue) };
  const whole = fromFragment(words);
  const state = whole ?? placeOf(words) ?? { demo: words, scene: '' };
  const { demo, scene } = state;
  if (sceneIn(catalogue, state))
    return whole ? { state } : { state, instead: withoutSettings };
  if (demoIn(catalogue, state) === undefined)
    return {
      state: first(catalogue),
      instead: 'The lab does not know the scene of this link.',
    };
  if (scene === '') return { state: first(catalogue, demo) };
  return {
    state: first(catalogue, demo),
    instead: `${demo} has no scene "${scene}".`,
  };
}

const withoutSettings =
  'The lab cannot read all settings of this link: it shows the scene without any.';

/** Returns the opening of a demo. */
export function first(catalogue: Catalogue, name?: string): LabState {
  const demo = catalogue.find(one => one.name === name) ?? catalogue[0];
  return { demo: demo?.name ?? '', scene: demo?.scenes[0]?.name ?? '' };
}
