// Mistakes that many people make, each played and convicted: `npm run demo:pitfalls`.

import type { Course } from '../../lib/terminal/play/course.ts';
import { catalogue } from './catalogue.ts';
import { lessonOn } from './lesson.ts';

export const pitfallCourse: Course = {
  name: 'pitfalls',
  about: 'classic bugs: the naive program is convicted, the right one is acquitted',
  legend: '[ ] a line   - naive   + right',
  listed: true,
  lessons: catalogue.map(pitfall => lessonOn(pitfall)),
};
