import { catalogue } from '../demos/pitfalls/catalogue.ts';
import { pitfallCourse } from '../demos/pitfalls/demo.ts';
import { lessonOn } from '../demos/pitfalls/lesson.ts';
import type { Course, Lesson } from '../lib/terminal/play/course.ts';
import type { LabDemo, LabScene } from './engine/catalogue.ts';
import { runOfLesson } from './run-of-lesson.ts';
import { triedOnPage } from './tried-on-page.ts';

/** Returns the lessons of a course that can be played without sockets and programs, with their runs. */
export async function lessonsOf(course: Course): Promise<LabDemo> {
  const { name, about } = course;
  const scenes: LabScene[] = [];
  for (const lesson of playable(course)) {
    const run = await runOfLesson(course, lesson);
    if (run) scenes.push({ name: lesson.name, title: lesson.title, text: '', run });
  }
  return { name, about, faults: 'stream', framings: [], lessons: true, scenes };
}

/** A pitfall starts programs. Its page knows already what comes of them. */
const playable = (course: Course): readonly Lesson[] =>
  course === pitfallCourse
    ? catalogue.map(pitfall => lessonOn(pitfall, triedOnPage))
    : course.lessons;
