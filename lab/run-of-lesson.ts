import {
  type Course,
  type Lesson,
  type LessonStage,
  verdictOf,
} from '../lib/terminal/play/course.ts';
import { freest } from '../lib/trace/rules/index.ts';
import { likeLoopback } from '../lib/transport/memory/like-loopback.ts';
import { plainPaint } from '../lib/view/text/paint.ts';
import type { LabRun, Moment } from './engine/lab-run.ts';

const look = { width: 80, ascii: false, paint: plainPaint };
/** A lesson has no record, so nothing of it has happened. */
const nothing = { line: 0, upTo: 0, shown: 0 };

/** A lesson measures what a real link does. */
class NeedsSockets extends Error {}

/** Plays a lesson in memory. Returns `undefined` if it cannot be played there. */
export const runOfLesson = (course: Course, lesson: Lesson) =>
  play(course, lesson).catch(error => {
    if (error instanceof NeedsSockets) return undefined;
    throw error;
  });

async function play(course: Course, lesson: Lesson): Promise<LabRun> {
  const moments: Moment[] = [];
  const { ok, found } = await lesson.play({
    tell: async text => void moments.push({ is: 'narration', text, ...nothing }),
    ask: async text => void moments.push({ is: 'question', text, ...nothing }),
    show: async figure =>
      void moments.push({ is: 'figure', rows: figure.draw(look), ...nothing }),
    judge: async (good, text) =>
      void moments.push({ is: 'judgement', good, text, ...nothing }),
    seed: 1,
    link,
  });
  const finding = { ok, line: verdictOf(course, { ok, found }) };
  return { mode: freest, lanes: [], moments, events: [], shown: [], rule: {}, finding };
}

/** A lesson that gives options measures time. The others are the same every time. */
const link: LessonStage['link'] = async options => {
  if (options !== undefined) throw new NeedsSockets();
  return likeLoopback();
};
