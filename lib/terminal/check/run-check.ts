import { type CheckOptions, check } from '../../check/check.ts';
import { Unreachable } from '../../check/place.ts';
import type { SceneSource } from '../../check/play-part.ts';
import { exitCodeOf, type SceneResult } from '../../check/result.ts';
import { helpRows } from '../../options/help.ts';
import { otherwise } from '../../options/meant.ts';
import { UsageError } from '../../options/usage-error.ts';
import { RunError } from '../flags/failure.ts';
import { columns, foldTo, lineWidth } from '../fold.ts';
import { complain, leaveWhenNobodyReads, print, withoutColour } from '../output.ts';
import { signalled } from '../signal.ts';
import {
  type CheckAsked,
  readCommandLine,
  type Subjects,
  split,
  usage,
} from './command-line.ts';
import { asJson } from './json.ts';
import { checkOptions } from './options.ts';
import { Report } from './report.ts';
import { sourcesOf } from './subject.ts';

const about =
  'Plays the scenes of a mode against your server, in any language. COMMAND is started again for each scene: {port} in it becomes a free port, {flags} the flags that the scene names.';
const codes =
  'exit codes: 0 all that was played has passed, 1 something failed, 2 the command line is wrong or there is no server';
/** A shell's code for Ctrl-C. */
const interruptedCode = 130;

/** `npm run check`. Returns the exit code. */
export async function runCheck(
  words: readonly string[],
  subjects: Subjects,
): Promise<number> {
  leaveWhenNobodyReads();
  try {
    if (split(words).ahead.includes('--help')) return help(Object.keys(subjects));
    return await checkAll(await readCommandLine(words, subjects));
  } catch (error) {
    if (![UsageError, RunError, Unreachable].some(one => error instanceof one))
      throw error;
    for (const line of (error as Error).message.split('\n')) complain(`check: ${line}`);
    return 2;
  }
}

function help(modes: readonly string[]): number {
  for (const text of [usage, `MODE: ${modes.join(', ')}`, about])
    for (const row of foldTo(lineWidth(), text, '    ')) print(row);
  for (const row of columns(helpRows(checkOptions), lineWidth())) print(row);
  for (const row of foldTo(lineWidth(), codes, '    ')) print(row);
  return 0;
}

async function checkAll(asked: CheckAsked): Promise<number> {
  const { subject, chosen, place, program } = asked;
  if (chosen.plain || chosen.json) withoutColour();
  const sources = wanted(sourcesOf(subject), chosen.only);
  const patient = chosen.only !== undefined;
  const options = { place, program, mode: subject.demo.mode, patient };
  const report = new Report(asked);
  if (chosen.list) return report.list(sources, options);
  report.begin(sources.length);
  const results = await played(sources, options, report);
  if (results === undefined) return interruptedCode;
  if (chosen.json) print(asJson(asked, results));
  else report.end(results);
  return exitCodeOf(results);
}

/** Those that are named, in the order of the list. */
function wanted(
  sources: readonly SceneSource[],
  only: string | undefined,
): readonly SceneSource[] {
  if (only === undefined) return sources;
  const names = sources.map(({ scene }) => scene.name);
  const asked = only.split(',').map(name => name.trim());
  const strange = asked.find(name => !names.includes(name));
  if (strange !== undefined)
    throw new UsageError(`no scene "${strange}": ${otherwise(strange, names)}`);
  return sources.filter(({ scene }) => asked.includes(scene.name));
}

/** Plays them, until Ctrl-C: then there are no results. */
async function played(
  sources: readonly SceneSource[],
  options: CheckOptions,
  report: Report,
): Promise<SceneResult[] | undefined> {
  const results: SceneResult[] = [];
  const interrupted = signalled().then(() => undefined);
  const playing = check(sources, { ...options, begins: name => report.playing(name) });
  for (;;) {
    const next = await Promise.race([playing.next(), interrupted]);
    if (next === undefined) return undefined;
    if (next.done) return results;
    results.push(next.value);
    report.took(next.value);
  }
}
