import { helpSections } from '../../options/help.ts';
import { otherwise } from '../../options/meant.ts';
import { flagOf, type Options, type Values } from '../../options/option.ts';
import { readOptions } from '../../options/read.ts';
import { UsageError } from '../../options/usage-error.ts';
import type { Door } from '../../transport/door.ts';
import { misfit } from '../../transport/faults/faults.ts';
import { columns, foldTo, lineWidth } from '../fold.ts';
import { complain, leaveWhenNobodyReads, print, withoutColour } from '../output.ts';
import { toStart } from '../to-start.ts';
import { RunError } from './failure.ts';

/** The name of a demo (`npm run demo:NAME`, docs/NAME.md), and what it is about. */
export interface Named {
  readonly name: string;
  readonly about: string;
}

export interface Command {
  /** The command's word; empty for the scenes, which need none. */
  readonly name: string;
  readonly about: string;
  readonly options: Options;
  /** The kind of faults that its links can have. */
  readonly faults: Door['faults'];
  /** Runs the command. Settles with false if something was not as expected. */
  go(chosen: Values): Promise<boolean>;
}

/** The scenes, then all other commands. */
type Commands = readonly [Command, ...Command[]];

/** Does what a command line says. Exit codes: 0 done, 1 failed at run time, 2 wrong usage. */
export async function obey(
  demo: Named,
  commands: Commands,
  args: readonly string[],
): Promise<void> {
  leaveWhenNobodyReads();
  try {
    process.exitCode = await run(demo, commands, args);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof RunError)) throw error;
    complain(`demo:${demo.name}: ${error.message}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
  // Something may still be open, such as a peer that does not leave, or a keyboard. We exit anyway.
  // A line that could not be written is reported only after this.
  process.stdout.write('', () => setImmediate(() => process.exit()));
}

async function run(
  demo: Named,
  commands: Commands,
  args: readonly string[],
): Promise<number> {
  const [scenes, ...others] = commands;
  const [first = '', ...rest] = args;
  const playing = args.length === 0 || first.startsWith('-');
  const command = playing ? scenes : others.find(({ name }) => name === first);
  swallowed(demo, command ?? scenes, args);
  if (command === undefined) throw unknown(first, others);
  const words = playing ? args : rest;
  if (words.includes('--help')) {
    helpOf(demo, commands, lineWidth()).forEach(print);
    return 0;
  }
  const chosen = readOptions(words, command.options, {
    elsewhere: name => misfit([name], command.faults),
  });
  if (chosen.plain) withoutColour();
  if (typeof chosen.trace === 'string') await checkRecord(chosen.trace);
  return (await command.go(chosen)) ? 0 : 1;
}

/** Checks the file name for a record. The drawings are loaded only if one is wanted. */
const checkRecord = async (file: string): Promise<void> =>
  (await import('../record/keep-record.ts')).checkRecord(file);

function unknown(word: string, others: readonly Command[]): UsageError {
  const names = others.map(({ name }) => name);
  const known =
    names.length > 0 ? otherwise(word, names) : 'this demo has only scenes: see --list';
  return new UsageError(`unknown command "${word}": ${known}`);
}

const callOf = (demo: Named, { name }: Command, flags = '[flags]'): string =>
  toStart(`demo:${demo.name}`, ...(name === '' ? [] : [name]), flags);

/** Returns what `--help` prints, in rows of at most `width` cells. */
export function helpOf(demo: Named, commands: Commands, width: number): string[] {
  const calls = commands.map(command => ({
    title: `${callOf(demo, command)}   ${command.about}`,
    options: command.options,
  }));
  const folded = (text: string) => foldTo(width, text, '    ');
  const sections = helpSections(calls).flatMap(({ title, rows }) => [
    '',
    ...folded(title),
    ...columns(rows, width),
  ]);
  return [...folded(`demo:${demo.name}: ${demo.about}`), ...sections];
}

/**
 * Detects `npm run demo:x --list`: npm takes the flag for its own, but leaves it in an environment
 * variable.
 */
function swallowed(demo: Named, command: Command, args: readonly string[]): void {
  for (const [name, { value }] of Object.entries(command.options)) {
    const flag = flagOf(name);
    const kept = process.env[`npm_config_${flag.slice(2).replaceAll('-', '_')}`];
    if (kept === undefined || kept === '' || args.includes(flag)) continue;
    const whole = value === undefined ? flag : `${flag} ${value}`;
    throw new UsageError(
      `npm took ${flag} for its own flag. Put it after a --: ${callOf(demo, command, whole)}`,
    );
  }
}
