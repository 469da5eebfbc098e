import { check } from '../../check/check.ts';
import { Unreachable } from '../../check/place.ts';
import { exitCodeOf } from '../../check/result.ts';
import { helpRows } from '../../options/help.ts';
import { UsageError } from '../../options/usage-error.ts';
import { RunError } from '../flags/failure.ts';
import { columns, foldTo, lineWidth } from '../fold.ts';
import { complain, leaveWhenNobodyReads, print, withoutColour } from '../output.ts';
import {
  type ClientScripts,
  clientUsage,
  runClientCheck,
} from './client/run-client-check.ts';
import {
  type CheckAsked,
  readCommandLine,
  type Subjects,
  split,
  usage,
} from './command-line.ts';
import { asJson } from './json.ts';
import { checkOptions } from './options.ts';
import { interruptedCode, played, wanted } from './played.ts';
import { Report } from './report.ts';
import { sourcesOf } from './subject.ts';

const about =
  'Plays the scenes of a mode against your server, in any language. COMMAND is started again for each scene: {port} in it becomes a free port, {flags} the flags that the scene names.';
const codes =
  'exit codes: 0 all that was played has passed, 1 something failed or was not judged, or nothing could be played, 2 the command line is wrong or there is no server';

/** `npm run check`. Returns the exit code. */
export async function runCheck(
  words: readonly string[],
  subjects: Subjects,
  clientScripts: ClientScripts,
): Promise<number> {
  leaveWhenNobodyReads();
  try {
    if (split(words).ahead.includes('--help')) return help(Object.keys(subjects));
    if (words[0] === 'client')
      return await runClientCheck(words.slice(1), subjects, clientScripts);
    return await checkAll(await readCommandLine(words, subjects));
  } catch (error) {
    if (![UsageError, RunError, Unreachable].some(one => error instanceof one))
      throw error;
    for (const line of (error as Error).message.split('\n')) complain(`check: ${line}`);
    return 2;
  }
}

function help(modes: readonly string[]): number {
  for (const text of [usage, clientUsage, `MODE: ${modes.join(', ')}`, about])
    for (const row of foldTo(lineWidth(), text, '    ')) print(row);
  for (const row of columns(helpRows(checkOptions), lineWidth())) print(row);
  for (const row of foldTo(lineWidth(), codes, '    ')) print(row);
  return 0;
}

async function checkAll(asked: CheckAsked): Promise<number> {
  const { subject, chosen, place, program } = asked;
  if (chosen.plain || chosen.json) withoutColour();
  const sources = wanted(sourcesOf(subject), chosen.only, ({ scene }) => scene.name);
  const patient = chosen.only !== undefined;
  const options = { place, program, mode: subject.demo.mode, patient };
  const reported = {
    ...asked,
    demo: subject.demo,
    who: 'server',
    name: place.name,
  } as const;
  const report = new Report(reported);
  if (chosen.list) return report.list(sources, options);
  report.begin(sources.length);
  const begins = (name: string) => report.playing(name);
  const results = await played(check(sources, { ...options, begins }), report);
  if (results === undefined) return interruptedCode;
  if (chosen.json) print(asJson(reported, results));
  else report.end(results);
  return exitCodeOf(results);
}
