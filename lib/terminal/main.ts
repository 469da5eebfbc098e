import { type Flags, readArguments } from './arguments.ts';
import { runClient } from './client.ts';
import type { Demo } from './demo.ts';
import { RunError, UsageError } from './failure.ts';
import { helpOn } from './help.ts';
import { clientOptions, type Options, sceneOptions, serverOptions } from './option.ts';
import { complain, leaveWhenNobodyReads, print, withoutColour } from './output.ts';
import { checkRecord } from './record.ts';
import { playScenes } from './scenes.ts';
import { runServer } from './server.ts';

/** The command line of a demo. Exit codes: 0 done, 1 run time, 2 usage. */
export async function main(demo: Demo, args = process.argv.slice(2)): Promise<void> {
  leaveWhenNobodyReads();
  try {
    process.exitCode = await run(demo, args);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof RunError)) throw error;
    complain(`demo:${demo.name}: ${error.message}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
  // Whatever may still be open, a peer that does not go or a keyboard: all has been said.
  process.stdout.write('', () => process.exit());
}

async function run(demo: Demo, args: readonly string[]): Promise<number> {
  const [scenes, ...others] = commandsOf(demo);
  const [first = '', ...rest] = args;
  const playing = args.length === 0 || first.startsWith('-');
  const command = playing ? scenes : others.find(({ name }) => name === first);
  swallowed(demo, command ?? scenes, args);
  if (command === undefined) {
    throw new UsageError(
      `unknown command "${first}": there are server and client, or none for the scenes`,
    );
  }
  const words = playing ? args : rest;
  if (words.includes('--help')) return help(demo, [scenes, ...others]);
  const flags = readArguments(words, command.options);
  if (flags.has('plain')) withoutColour();
  checkRecord(flags.get('trace'));
  return (await command.go(demo, flags)) ? 0 : 1;
}

interface Command {
  /** Empty: the scenes, which need no word. */
  readonly name: string;
  readonly about: string;
  readonly options: Options;
  readonly go: (demo: Demo, flags: Flags) => Promise<boolean>;
}

function commandsOf({
  port,
  program,
  caller,
  serverOptions: own,
}: Demo): [Command, ...Command[]] {
  return [
    {
      name: '',
      about: 'play scenes in this terminal, over real TCP',
      options: sceneOptions,
      go: playScenes,
    },
    {
      name: 'server',
      about: `run the ${program.server}`,
      options: { ...own, ...serverOptions(port) },
      go: runServer,
    },
    {
      name: 'client',
      about: 'be one of its callers',
      options: clientOptions(port, program.asksName ? undefined : caller),
      go: runClient,
    },
  ];
}

const callOf = (demo: Demo, { name }: Command): string =>
  `npm run demo:${demo.name} -- ${name === '' ? '' : `${name} `}`;

function help(demo: Demo, commands: readonly Command[]): number {
  print(`demo:${demo.name}: ${demo.about}`);
  for (const command of commands) {
    print();
    print(`${callOf(demo, command)}[flags]   ${command.about}`);
    for (const line of helpOn(command.options)) print(line);
  }
  return 0;
}

/** `npm run demo:x --list` never reaches us as a flag: npm keeps it. It does leave a trace. */
function swallowed(demo: Demo, command: Command, args: readonly string[]): void {
  for (const name of Object.keys(command.options)) {
    const kept = process.env[`npm_config_${name.replaceAll('-', '_')}`];
    if (kept === undefined || kept === '' || args.includes(`--${name}`)) continue;
    throw new UsageError(
      `npm kept --${name} for itself: ${callOf(demo, command)}--${name}`,
    );
  }
}
