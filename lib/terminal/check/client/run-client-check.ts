import type { ClientScript } from '../../../check/client/script.ts';
import { exitCodeOf, type SceneResult } from '../../../check/result.ts';
import { otherwise } from '../../../options/meant.ts';
import { readOptions } from '../../../options/read.ts';
import { UsageError } from '../../../options/usage-error.ts';
import { columns, lineWidth } from '../../fold.ts';
import { print, withoutColour } from '../../output.ts';
import { toStart } from '../../to-start.ts';
import { type Subjects, split } from '../command-line.ts';
import { asJson } from '../json.ts';
import { checkOptions } from '../options.ts';
import { interruptedCode, played, wanted } from '../played.ts';
import { Report } from '../report.ts';
import { checkClient } from './started-client.ts';

export const clientUsage = toStart('check', 'client MODE [flags] -- COMMAND...');
const example = toStart('check', 'client p2m -- python3 client.py {port}');

/** What is played with a client, by its mode. */
export type ClientScripts = Readonly<Record<string, readonly ClientScript[]>>;

/** `npm run check -- client`. Returns the exit code. */
export async function runClientCheck(
  words: readonly string[],
  subjects: Subjects,
  all: ClientScripts,
): Promise<number> {
  const { ahead, command } = split(words);
  const names: string[] = [];
  const chosen = readOptions(ahead, checkOptions, { word: word => names.push(word) });
  const [mode = '', extra] = names;
  if (extra !== undefined)
    throw new UsageError(`unexpected word "${extra}": ${clientUsage}`);
  const scripts = wanted(scriptsOf(mode, all), chosen.only, ({ name }) => name);
  if (chosen.list) return list(scripts);
  if (!command?.some(word => word.includes('{port}')))
    throw new UsageError(`expected a command with {port} in it: ${example}`);
  if (chosen.plain || chosen.json) withoutColour();
  const { demo } = (await subjects[mode]?.()) ?? {};
  if (demo === undefined) throw new UsageError(`no mode "${mode}"`);
  const name = command.join(' ');
  const asked = { mode, who: 'client', name, chosen, demo, program: demo } as const;
  const report = new Report(asked);
  report.begin(scripts.length);
  const results = await played(checks(scripts, command, report), report);
  if (results === undefined) return interruptedCode;
  if (chosen.json) print(asJson(asked, results));
  else report.end(results);
  return exitCodeOf(results);
}

async function* checks(
  scripts: readonly ClientScript[],
  command: readonly string[],
  report: Report,
): AsyncGenerator<SceneResult> {
  for (const script of scripts) {
    report.playing(script.name);
    yield await checkClient(script, command);
  }
}

function scriptsOf(mode: string, all: ClientScripts): readonly ClientScript[] {
  const modes = Object.keys(all);
  if (mode === '') throw new UsageError(`expected ${clientUsage}`);
  const scripts = modes.includes(mode) ? all[mode] : undefined;
  if (scripts) return scripts;
  throw new UsageError(`no client of "${mode}": ${otherwise(mode, modes)}`);
}

function list(scripts: readonly ClientScript[]): 0 {
  const rows = scripts.map(({ name, title }) => [name, title] as const);
  for (const row of columns(rows, lineWidth())) print(row);
  return 0;
}
