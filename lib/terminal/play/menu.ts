import { constants } from 'node:os';
import { otherwise } from '../../options/meant.ts';
import { UsageError } from '../../options/usage-error.ts';
import type { Choice } from '../flags/options.ts';
import { columns, fold, lineWidth } from '../fold.ts';
import { print } from '../output.ts';
import { type EndingSignal, endings } from '../signal.ts';
import { toStart } from '../to-start.ts';
import { atOnce, byKeys, keyHelp, type Pace } from './pace.ts';

/** A scene or lesson that can be played. */
export interface Entry {
  /** The name for `--scene`. */
  readonly name: string;
  readonly title: string;
  /** The page about it (default: the demo's). */
  readonly page?: string;
}

/** Which entries to play. */
type Wanted = Partial<Pick<Choice, 'scene' | 'all'>> & {
  readonly trace?: string | undefined;
};

/** Returns the first entry, the named one, or all. */
export function choose<T extends Entry>(
  entries: readonly T[],
  { scene: name, all, trace }: Wanted,
  fromFile?: (path: string) => T,
): readonly T[] {
  if (all) {
    if (name !== undefined)
      throw new UsageError('--all plays every scene: leave out --scene');
    if (trace !== undefined)
      throw new UsageError('--trace keeps one run: choose it with --scene, not --all');
    return entries;
  }
  if (name === undefined) return entries.slice(0, 1);
  const isPath = name.endsWith('.scene') || /[\\/]/.test(name);
  const entry = isPath ? fromFile?.(name) : called(name, entries);
  if (entry) return [entry];
  const names = entries.map(one => one.name);
  throw new UsageError(`no scene "${name}": ${otherwise(name, names)}`);
}

/** Finds an entry by its name, or by its number as the header shows it. */
const called = <T extends Entry>(name: string, entries: readonly T[]): T | undefined =>
  entries.find(one => one.name === name) ??
  (/^\d+$/.test(name) ? entries[Number(name) - 1] : undefined);

export function list(demo: string, entries: readonly Entry[]): true {
  const rows = entries.map(({ name, title }) => [name, title] as const);
  for (const row of columns(rows, lineWidth())) print(row);
  const play = toStart(`demo:${demo}`, '--scene NAME');
  for (const row of fold(`play one: ${play}`, '  ')) print(row);
  return true;
}

export function whatNext(demo: string, played: Entry, entries: readonly Entry[]): void {
  const command = (flag: string) => toStart(`demo:${demo}`, flag);
  const next = entries[entries.indexOf(played) + 1];
  if (next) closing(`next: ${command(`--scene ${next.name}`)}    ${next.title}`);
  const page = played.page ?? `docs/${demo}.md`;
  closing(`all ${entries.length} scenes: ${command('--list')}    read: ${page}`);
}

/**
 * Prints a line after the verdict: what a learner can do next. If it is too long, each part gets
 * its own line.
 */
export function closing(text: string): void {
  const fits = !process.stdout.isTTY || text.length <= lineWidth();
  const [first = '', ...others] = fits ? [text] : text.split(/(?<=\S) {4}/);
  for (const part of [first, ...others.map(other => `    ${other}`)])
    for (const line of fold(part, '    ')) print(line);
}

/** The time to read the verdict, in milliseconds. */
const verdictTime = 4_000;

/** Waits after one scene's verdict, before the next one's heading. */
export async function betweenScenes(pace: Pace): Promise<void> {
  await pace.rest(verdictTime);
  print();
}

/** Returns the help for the keys; nothing if nobody is there to press them. */
export const keysOf = (pace: Pace): string[] => (pace === atOnce ? [] : [keyHelp]);

/** Sentences are read at the reader's own pace: they wait for a key only if asked to. */
export function paceOf({ plain, step }: Pick<Choice, 'plain' | 'step'>): Pace {
  const watched = process.stdin.isTTY && process.stdout.isTTY;
  if (!watched || (plain && !step)) return atOnce;
  const interrupt = (signal: EndingSignal) =>
    leave(128 + (constants.signals[signal] ?? 0));
  for (const signal of endings) process.once(signal, () => interrupt(signal));
  // The window may be closed: then the keyboard's mode cannot be set back.
  process.stdin.on('error', () => interrupt('SIGHUP'));
  return byKeys(process.stdin, {
    leave: () => leave(0),
    interrupt,
    show: print,
  });
}

/** A signal's exit code, as shells report it: 128 plus the signal's number. */
function leave(code: number): void {
  print('stopped before the verdict');
  process.exit(code);
}
