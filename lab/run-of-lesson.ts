import {
  type Course,
  type Lesson,
  type LessonStage,
  verdictOf,
} from '../lib/terminal/play/course.ts';
import { freest } from '../lib/trace/rules/index.ts';
import { likeLoopback } from '../lib/transport/memory/like-loopback.ts';
import { loopback } from '../lib/transport/tcp/loopback.ts';
import { plainPaint } from '../lib/view/text/paint.ts';
import type { LabRun, Moment } from './engine/lab-run.ts';

const look = { width: 80, ascii: false, paint: plainPaint };
/** A lesson has no record, so nothing of it has happened. */
const nothing = { line: 0, upTo: 0, shown: 0 };

/** Plays a lesson, and keeps what it shows. */
export async function runOfLesson(course: Course, lesson: Lesson): Promise<LabRun> {
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

/** A lesson that gives options measures time, so it gets a real link. The others are the same every time. */
const link: LessonStage['link'] = async options =>
  options === undefined ? likeLoopback() : await loopback(options);
