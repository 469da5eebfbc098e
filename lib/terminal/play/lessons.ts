import { loopback } from '../../transport/tcp/loopback.ts';
import { RunError } from '../flags/failure.ts';
import type { Choice } from '../flags/options.ts';
import { fold, foldParts, spread } from '../fold.ts';
import { columnsHere, width } from '../line/window.ts';
import { asciiOnly, colours, print, strong } from '../output.ts';
import { toStart } from '../to-start.ts';
import { type Course, type Lesson, type LessonStage, verdictOf } from './course.ts';
import {
  betweenScenes,
  choose,
  closing,
  keysOf,
  list,
  paceOf,
  whatNext,
} from './menu.ts';
import { narrator } from './narrator.ts';
import type { Pace } from './pace.ts';
import { printVerdict } from './print-verdict.ts';

/** The flags for lessons. */
type LessonChosen = Choice & { readonly seed: number };

/** Shows lessons in this terminal. Settles with false if the claim of one of them does not hold. */
export async function playLessons(
  course: Course,
  chosen: LessonChosen,
): Promise<boolean> {
  const { lessons, name } = course;
  const isChosen = chosen.all || chosen.scene !== undefined;
  if (chosen.list) return list(name, lessons);
  if (course.listed && !isChosen) return offer(course);
  const played = choose(lessons, chosen);
  const pace = paceOf(chosen);
  let ok = true;
  for (const lesson of played) {
    if (lesson !== played[0]) await betweenScenes(pace);
    pace.begin();
    for (const line of heading(course, lesson, chosen, pace)) print(line);
    const finding = await lesson.play(stageOf(chosen, pace)).catch(clearly(lesson));
    ok &&= finding.ok;
    print();
    printVerdict(finding.ok, verdictOf(course, finding), chosen.ascii);
  }
  pace.close();
  if (played.length === 1) whatNext(name, played[0] as Lesson, lessons);
  return ok;
}

/** Plays nothing: says what there is, and where to start. */
function offer({ name, about, lessons }: Course): true {
  for (const row of fold(`demo:${name}: ${about}`, '    ')) print(strong(row));
  list(name, lessons);
  closing(`start with: ${toStart(`demo:${name}`, `--scene ${lessons[0]?.name}`)}`);
  return true;
}

/** Turns an error of a link into one line without a stack: a link may fail, or be refused. */
const clearly =
  ({ name }: Lesson) =>
  (error: Error): never => {
    throw new RunError(`cannot play "${name}": ${error.message}`, { cause: error });
  };

function heading(
  { name, lessons, legend }: Course,
  lesson: Lesson,
  { plain }: Choice,
  pace: Pace,
): string[] {
  const place = `scene ${lessons.indexOf(lesson) + 1} of ${lessons.length}`;
  const title = `demo:${name}   ${place}: ${lesson.title}`;
  const keys = keysOf(pace).flatMap(text => foldParts(text));
  if (plain) return [...fold(title, '    '), ...keys];
  const [first = '', ...second] = spread(title, legend);
  return [strong(first), ...second, ...keys];
}

function stageOf(
  { plain, step, seed, ...look }: LessonChosen,
  pace: Pace,
): LessonStage {
  const ascii = look.ascii || asciiOnly();
  const { narration, question, rest } = narrator(pace, step);
  return {
    tell: narration,
    ask: question,
    async show(figure) {
      const textWidth = columnsHere();
      const look = { width: width(), textWidth, ascii, paint: colours };
      const rows = plain
        ? figure.tell().flatMap(line => fold(line, '    '))
        : figure.draw(look);
      for (const row of rows) print(row);
      await rest();
    },
    async judge(good, line) {
      printVerdict(good, line, ascii);
      await rest();
    },
    seed,
    link: loopback,
  };
}
