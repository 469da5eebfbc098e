import { describe, expect, it } from 'vitest';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import { viewIn } from '../../lib/view/style.ts';
import { plainPaint } from '../../lib/view/text/paint.ts';
import { demo } from '../demos/program.ts';
import { takesLong } from '../long.ts';
import { catalogue, played } from './catalogue.ts';

/** Its scenes are over in a second at the terminal, too. */
const quick = 'simplex';

describe.concurrent.each(catalogue.filter(({ lessons }) => !lessons))(
  'the lab plays $name',
  ({ name, scenes }) => {
    it('with the sentences, numbers and verdicts of the terminal', async test => {
      if (name !== quick) takesLong(test);
      const program = demo(test, name, '--all --plain');
      expect(await program.ended).toBe(0);
      const printed = program.out.text.split(/^demo:.*$/m).slice(1);
      expect(printed).toHaveLength(scenes.length);
      for (const [at, { name: scene, text }] of scenes.entries()) {
        const run = await played({ demo: name, scene });
        const known = / floods/.test(text) ? withoutNumbers : withoutTime;
        expect(known(toldBy(run))).toEqual(known(rowsOf(printed[at] ?? '')));
      }
    });
  },
);

/** What the terminal prints of a scene, below its heading. */
const rowsOf = (printed: string): string[] =>
  printed
    .split('\n')
    .map(row => row.trim())
    .filter(
      row => row !== '' && !/^(next|all \d+ scenes|take part|and|or): /.test(row),
    );

/** The same of a run in the lab, moment by moment. */
function toldBy({ mode, lanes, moments, shown, finding }: LabRun): string[] {
  const window = { columns: () => undefined, plain: true };
  const view = viewIn(window, { mode, lanes, ascii: false, paint: plainPaint });
  let drawn = 0;
  const rows = moments.flatMap(moment => {
    if (moment.is === 'narration') return `-- ${moment.text}`;
    if (moment.is === 'question') return `?? ${moment.text}`;
    const batch = shown.slice(drawn, moment.shown);
    drawn = moment.shown;
    return view.draw(batch).map(row => row.trim());
  });
  return [...rows, finding?.line ?? 'no verdict'];
}

/** Over TCP a delay takes at least its time. */
const withoutTime = (rows: readonly string[]): string[] =>
  rows.map(row => row.replace(/\b\d+ ms\b/, 'N ms'));

/** How much a kernel takes of a flood, and with it every later number, differs. */
const withoutNumbers = (rows: readonly string[]): string[] =>
  rows.map(row => row.replace(/\d+/g, 'N').replace(/(The queue for \w+:).*/, '$1'));
