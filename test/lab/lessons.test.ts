import { expect, it } from 'vitest';
import { catalogue } from '../../demos/pitfalls/catalogue.ts';
import { pitfallCourse } from '../../demos/pitfalls/demo.ts';
import { lessonOn } from '../../demos/pitfalls/lesson.ts';
import { twoInOne } from '../../demos/pitfalls/two-in-one/pitfall.ts';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import { lessonsOf } from '../../lab/lessons.ts';
import { runOfLesson } from '../../lab/run-of-lesson.ts';
import { triedOnPage } from '../../lab/tried-on-page.ts';
import { takesLong } from '../long.ts';

const { scenes } = await lessonsOf(pitfallCourse);

it('the lab has every pitfall, with both verdicts', () => {
  expect(scenes.map(({ name }) => name)).toEqual(catalogue.map(({ name }) => name));
  for (const { name, run } of scenes) {
    expect(run?.finding).toEqual({
      ok: true,
      line: `verdict: pitfalls · ok · ${name}: naive.ts is convicted, right.ts passes`,
    });
    const judged = run?.moments.flatMap(one =>
      one.is === 'judgement' ? one.good : [],
    );
    expect(judged).toEqual([false, true]);
  }
});

it('a pitfall in the lab is what the terminal plays', async test => {
  takesLong(test);
  const inLab = scenes.find(({ name }) => name === twoInOne.name)?.run;
  const played = await runOfLesson(pitfallCourse, lessonOn(twoInOne));
  expect(rowsOf(inLab)).toEqual(rowsOf(played));
});

it('a program that no page shows is not in the lab', async () => {
  await expect(triedOnPage(twoInOne, 'naive.py', 0)).rejects.toThrow(
    'Cannot find naive.py',
  );
});

/** All rows of a run, however its figures are cut. */
const rowsOf = (run: LabRun | undefined): string[] =>
  (run?.moments ?? []).flatMap(one =>
    one.is === 'figure' ? one.rows : 'text' in one ? one.text : [],
  );
