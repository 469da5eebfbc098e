import { type CheckOptions, partOf } from '../../check/check.ts';
import type { SceneSource } from '../../check/play-part.ts';
import { countOf, exitCodeOf, type SceneResult } from '../../check/result.ts';
import { columns, fold, lineWidth } from '../fold.ts';
import { print, strong, verdictColour } from '../output.ts';
import { failureRows, type Reported } from './failure-rows.ts';

const words = { pass: 'pass', fail: 'FAIL', 'not judged': '????', skip: 'skip' };
const reasons = { pass: '', fail: '', 'not judged': 'not judged: ', skip: 'skipped: ' };

/** Shows a check as it goes on. */
export class Report {
  readonly #asked: Reported;
  readonly #quiet: boolean;
  readonly #began = performance.now();

  constructor(asked: Reported) {
    this.#asked = asked;
    this.#quiet = asked.chosen.json;
  }

  /** `--list`. */
  list(sources: readonly SceneSource[], options: CheckOptions): 0 {
    const rows = sources.map(source => {
      const { name, title } = source.scene;
      const part = partOf(source, options);
      const notes = part.why === undefined ? part.notes : [`skipped: ${part.why}`];
      return [name, [title, ...notes.map(note => `(${note})`)].join(' ')] as const;
    });
    for (const row of columns(rows, lineWidth())) print(row);
    return 0;
  }

  begin(scenes: number): void {
    if (this.#quiet) return;
    const { mode, who, name } = this.#asked;
    for (const row of fold(
      `check: ${who === 'client' ? 'client of ' : ''}${mode}, ${scenes} ${scenes === 1 ? 'scene' : 'scenes'}, ${name}`,
      '  ',
    ))
      print(strong(row));
  }

  /** At a terminal it shows which scene is being played. */
  playing(name: string): void {
    if (!this.#quiet && process.stdout.isTTY) process.stdout.write(`  ....  ${name}`);
  }

  /** Erases that name again: it is in a row without an end. */
  played(): void {
    if (!this.#quiet && process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  }

  took(result: SceneResult): void {
    if (this.#quiet) return;
    const { name, title, outcome, notes, failure } = result;
    const row = `  ${words[outcome]}  ${name.padEnd(nameWidth)}  ${title}`;
    print(outcome === 'skip' ? row : verdictColour(outcome === 'pass', row));
    for (const note of notes)
      for (const line of fold(`        ${reasons[outcome]}${note}`, '        '))
        print(line);
    if (failure === undefined) return;
    for (const line of failureRows(failure, result.rules, this.#asked)) print(line);
  }

  end(results: readonly SceneResult[]): void {
    const seconds = ((performance.now() - this.#began) / 1_000).toFixed(1);
    const [passed, failed, skipped] = (['pass', 'fail', 'skip'] as const).map(outcome =>
      countOf(results, outcome),
    );
    const unclear = countOf(results, 'not judged');
    const unjudged = unclear === 0 ? '' : `, ${unclear} not judged`;
    const line = `check: ${passed} passed, ${failed} failed${unjudged}, ${skipped} skipped · ${seconds} s`;
    print(verdictColour(exitCodeOf(results) === 0, line));
  }
}

/** The longest name of a scene has about this many letters. */
const nameWidth = 16;
