import { complain, leaveWhenNobodyReads, print, withoutColour } from '../output.ts';
import { type Flags, readArguments } from './arguments.ts';
import { RunError, UsageError } from './failure.ts';
import { otherwise } from './meant.ts';
import type { Options } from './option.ts';

/** What a demo is called (`npm run demo:NAME`, docs/NAME.md), and what it is about. */
export interface Named {
  readonly name: string;
  readonly about: string;
}

export interface Command {
  /** Empty: the scenes, which need no word. */
  readonly name: string;
  readonly about: string;
  readonly options: Options;
  /** False: not what it should have been. */
  readonly go: (flags: Flags) => Promise<boolean>;
}

/** The scenes, and what else there is. */
type Commands = readonly [Command, ...Command[]];

/** Does what a command line says. Exit codes: 0 done, 1 run time, 2 usage. */
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
  // Whatever may still be open, a peer that does not go or a keyboard: all has been said.
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
  if (words.includes('--help')) return help(demo, commands);
  const flags = readArguments(words, command.options);
  if (flags.has('plain')) withoutColour();
  if (flags.has('trace')) await checkRecord(flags);
  return (await command.go(flags)) ? 0 : 1;
}

/** Drawings are loaded for those who want a record. */
const checkRecord = async (flags: Flags): Promise<void> =>
  (await import('../record/keep-record.ts')).checkRecord(flags.get('trace'));

function unknown(word: string, others: readonly Command[]): UsageError {
  const names = others.map(({ name }) => name);
  const known =
    names.length > 0 ? otherwise(word, names) : 'there are only scenes, see --list';
  return new UsageError(`unknown command "${word}": ${known}`);
}

const callOf = (demo: Named, { name }: Command): string =>
  `npm run demo:${demo.name} -- ${name === '' ? '' : `${name} `}`;

/** How to fold it is loaded for those who want it. */
async function help(demo: Named, commands: Commands): Promise<number> {
  const { helpLines } = await import('./help.ts');
  const calls = commands.map(command => ({ ...command, call: callOf(demo, command) }));
  for (const line of helpLines(`demo:${demo.name}: ${demo.about}`, calls)) print(line);
  return 0;
}

/** `npm run demo:x --list` never reaches us as a flag: npm keeps it. It does leave a trace. */
function swallowed(demo: Named, command: Command, args: readonly string[]): void {
  for (const [name, { value }] of Object.entries(command.options)) {
    const kept = process.env[`npm_config_${name.replaceAll('-', '_')}`];
    if (kept === undefined || kept === '' || args.includes(`--${name}`)) continue;
    const flag = value === undefined ? `--${name}` : `--${name} ${value}`;
    throw new UsageError(
      `npm kept --${name} for itself: ${callOf(demo, command)}${flag}`,
    );
  }
}
