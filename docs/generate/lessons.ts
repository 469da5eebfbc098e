import { framingCourse } from '../../demos/framing/demo.ts';
import {
  type Claim,
  type Lesson,
  type LessonLink,
  type LessonStage,
  verdictOf,
} from '../../lib/terminal/play/course.ts';
import { likeLoopback } from '../../lib/transport/memory/like-loopback.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { plainPaint } from '../../lib/view/text/paint.ts';
import { wrap } from '../../lib/view/text/wrap.ts';
import { only } from './only.ts';

/** A lesson that was given, and all that was shown. */
export interface Given {
  readonly screen: readonly string[];
  /** The first thing that it asked. */
  readonly question: string;
  readonly finding: Claim;
}

/** Gives a lesson to nobody, in 80 columns. */
export async function given(
  lesson: Lesson,
  { seed = 1, link = collecting }: Partial<Pick<LessonStage, 'seed' | 'link'>> = {},
): Promise<Given> {
  const look = { width: 80, ascii: false, paint: plainPaint };
  const screen: string[] = [];
  const questions: string[] = [];
  const finding = await lesson.play({
    tell: async text => void screen.push(...folded('  -- ', text)),
    ask: async text => {
      questions.push(text);
      screen.push(...folded('  ?? ', text));
    },
    show: async figure => void screen.push(...figure.draw(look)),
    judge: async (_, line) => void screen.push(line),
    seed,
    link,
  });
  return { screen, question: questions[0] ?? lesson.title, finding };
}

const folded = (sign: string, text: string): string[] =>
  wrap(text, 75, Infinity, '').map((line, at) => (at === 0 ? sign : '     ') + line);

/**
 * A lesson that gives options measures time, which pages do not show: its link does not wait.
 */
async function collecting(options?: unknown): Promise<LessonLink> {
  if (options === undefined) return likeLoopback();
  const [near, far] = memoryLink('loopback', 'near', 'far');
  return { near, far };
}

export function lessonOf(name: string): Lesson {
  const lesson = framingCourse.lessons.find(one => one.name === name);
  if (lesson) return lesson;
  throw new Error(`no lesson "${name}"`);
}

/** Returns what a lesson shows, or only the lines that are the same every time. */
export async function transcript(name: string, lines = ''): Promise<string> {
  const { screen, finding } = await once(lessonOf(name));
  const all = [...screen, expected(finding)];
  return (lines === '' ? all : only(lines, all)).join('\n');
}

/** Returns a table of every lesson with its question and its verdict. */
export async function lessonTable(): Promise<string> {
  const rows = ['| lesson | what it answers | how it ends |', '|---|---|---|'];
  for (const lesson of framingCourse.lessons) {
    const { finding, question } = await once(lesson);
    const line = expected(finding).replace('verdict: ', '');
    rows.push(`| \`${lesson.name}\` | ${question} | ${line} |`);
  }
  return rows.join('\n');
}

const runs = new Map<Lesson, Promise<Given>>();

/** Returns the same run for all blocks of a page. */
function once(lesson: Lesson): Promise<Given> {
  const run = runs.get(lesson) ?? given(lesson);
  runs.set(lesson, run);
  return run;
}

/** A page never shows a claim that does not hold. */
function expected(finding: Claim): string {
  const line = verdictOf(framingCourse, finding);
  if (finding.ok) return line;
  throw new Error(`not for a page: ${line}`);
}
