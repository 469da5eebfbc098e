import { readFileSync } from 'node:fs';
import type { Claim, Lesson, LessonStage } from '../../lib/terminal/play/course.ts';
import { difference, listing } from './difference.ts';
import type { Pitfall } from './pitfall.ts';
import { pageOfRule } from './rules.ts';
import { pathOf, patience, type Tried, type Tries, tried } from './tried.ts';

/** Plays a pitfall: the naive program, the right one, and why. */
export const lessonOn = (pitfall: Pitfall, tries: Tries = tried): Lesson => ({
  name: pitfall.name,
  title: pitfall.title,
  page: `docs/pitfalls/${pitfall.name}.md`,
  play: stage => play(pitfall, tries, stage),
});

async function play(
  pitfall: Pitfall,
  tries: Tries,
  stage: LessonStage,
): Promise<Claim> {
  const [naive, right] = [linesOf(pitfall, 'naive.ts'), linesOf(pitfall, 'right.ts')];
  await stage.tell(`${pitfall.scene} Most people write it like this first:`);
  await stage.show(listing(naive));
  await stage.ask(pitfall.question);
  const first = await tries(pitfall, 'naive.ts', patience.naive);
  await show(stage, 'naive.ts', first);
  await stage.tell('What has to change, and the same check again:');
  await stage.show(listing(difference(naive, right)));
  const second = await tries(pitfall, 'right.ts', patience.right);
  await show(stage, 'right.ts', second);
  await stage.tell([...pitfall.why, ...broken(pitfall)].join(' ').replaceAll('`', ''));
  return {
    ok: !first.ok && second.ok,
    found: `${pitfall.name}: naive.ts ${outcome(first)}, right.ts ${outcome(second)}`,
  };
}

/** Which rules it breaks, and where they stand. */
function broken({ rules: [first, ...others] }: Pitfall): string[] {
  if (first === undefined) return [];
  return [
    `naive.ts breaks ${[first, ...others].join(' and ')} of ${pageOfRule(first)}.`,
  ];
}

async function show(stage: LessonStage, file: string, trial: Tried): Promise<void> {
  for (const figure of trial.figures) await stage.show(figure);
  await stage.judge(trial.ok, lineOf(file, trial));
}

/** What is said of one program. */
export const lineOf = (file: string, { ok, found }: Claim): string =>
  `${file}: ${ok ? 'ok' : 'CLAIM FAILED'} · ${found}`;

const outcome = ({ ok }: Claim): string => (ok ? 'passes' : 'is convicted');

/** The lines of a program. */
export const linesOf = (pitfall: Pitfall, program: string): string[] =>
  readFileSync(pathOf(pitfall, program), 'utf8').trimEnd().split('\n');
