import { builtIn } from '../engine/built-in.ts';
import { demoIn, sceneIn } from '../engine/catalogue.ts';
import { first } from '../engine/opening.ts';
import type { LabState } from '../engine/state.ts';
import { byId, calm, options } from './dom.ts';
import type { Lab } from './lab.ts';

/** The two lists: which demo, and which of its scenes. */
export function chooser(lab: Lab): void {
  const demo = byId('demo', HTMLSelectElement);
  const scene = byId('scene', HTMLSelectElement);
  demo.replaceChildren(...options(builtIn.map(({ name }) => [name, name])));
  demo.addEventListener(
    'change',
    () => void lab.open(first(builtIn, demo.value), !calm()),
  );
  scene.addEventListener(
    'change',
    () => void lab.open({ demo: demo.value, scene: scene.value }, !calm()),
  );
  lab.listen(({ state, files }, before) => {
    if (state === before?.state && files === before.files) return;
    if (state.demo !== before?.state.demo) scene.replaceChildren(...scenes(state));
    demo.value = state.demo;
    // Not the scene, while a record is shown: so the reader can choose it again.
    scene.value = files === undefined ? state.scene : '';
    const title = files ?? sceneIn(builtIn, state)?.title ?? state.scene;
    byId('title', HTMLElement).textContent = title;
    document.title = `${title} · the lab of duplex-modes`;
  });
}

const scenes = (state: LabState): HTMLOptionElement[] =>
  options(
    (demoIn(builtIn, state)?.scenes ?? []).map(({ name, title }, i) => [
      name,
      `${i + 1}. ${title}`,
    ]),
  );
