import { readFileSync } from 'node:fs';
import { demoNames, demos } from '../demos/index.ts';
import { framingNames } from '../lib/framing/framings.ts';
import { mainDoor } from '../lib/scene/world/program.ts';
import type { Course } from '../lib/terminal/play/course.ts';
import { sceneFiles } from '../lib/terminal/play/scene-files.ts';
import type { Demo } from '../lib/terminal/programs/demo.ts';
import type { Catalogue, LabDemo, LabScene } from './engine/catalogue.ts';
import { runOfLesson } from './run-of-lesson.ts';

/** The demos of the lab. Pitfalls start programs, so the lab does without them. */
const inTheLab = demoNames.filter(name => name !== 'pitfalls');

/** Reads the catalogue from the folders of the demos. A browser gets it from the build. */
export async function catalogueFromFiles(names = inTheLab): Promise<Catalogue> {
  const found: LabDemo[] = [];
  for (const name of names) {
    const demo = await demos[name].load();
    found.push('lessons' in demo ? await ofCourse(demo) : ofDemo(demo));
  }
  return found;
}

/** The lessons that run in memory. */
async function ofCourse(course: Course): Promise<LabDemo> {
  const { name, about, lessons } = course;
  const scenes: LabScene[] = [];
  for (const lesson of lessons) {
    const run = await runOfLesson(course, lesson);
    if (run) scenes.push({ name: lesson.name, title: lesson.title, text: '', run });
  }
  return { name, about, faults: 'stream', framings: [], lessons: true, scenes };
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
