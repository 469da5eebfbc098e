import { readFileSync } from 'node:fs';
import { demoNames, demos } from '../demos/index.ts';
import { framingNames } from '../lib/framing/framings.ts';
import { mainDoor } from '../lib/scene/world/program.ts';
import { sceneFiles } from '../lib/terminal/play/scene-files.ts';
import type { Demo } from '../lib/terminal/programs/demo.ts';
import type { Catalogue, LabDemo, LabScene } from './engine/catalogue.ts';
import { lessonsOf } from './lessons.ts';

/** Reads the catalogue from the folders of the demos. A browser gets it from the build. */
export async function catalogueFromFiles(names = demoNames): Promise<Catalogue> {
  const found: LabDemo[] = [];
  for (const name of names) {
    const demo = await demos[name].load();
    found.push('lessons' in demo ? await lessonsOf(demo) : ofDemo(demo));
  }
  return found;
}

function ofDemo(demo: Demo): LabDemo {
  const { name, about } = demo;
  const { faults, codec } = mainDoor(demo);
  const framings = codec === undefined ? framingNames : [];
  const folder = new URL(`../demos/${name}/scenes/`, import.meta.url);
  return { name, about, faults, framings, scenes: sceneFiles(folder).map(ofFile) };
}

const ofFile = ({
  name,
  title,
  path,
}: ReturnType<typeof sceneFiles>[number]): LabScene => ({
  name,
  title,
  text: readFileSync(path, 'utf8'),
});
