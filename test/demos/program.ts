import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { needs, type Skippable } from '../needs.ts';
import { start } from '../start.ts';
import { Heard } from './heard.ts';

/** What a test gives, so that nothing outlives it. */
export interface Test {
  onTestFinished(clean: () => void): void;
}

export interface Program {
  readonly out: Heard;
  readonly err: Heard;
  readonly child: ChildProcess;
  type(text: string): void;
  /** No more input. */
  endInput(): void;
  signal(name: NodeJS.Signals): void;
  /** Its exit code, once all that it said has been read. */
  readonly ended: Promise<number>;
}

export interface Options {
  /** `open`: the test types. Without it the program has no input. */
  readonly input?: 'open';
  /** A file that gets what it says, in place of `out`. */
  readonly into?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What its process loads before the demo: one of ./fixture. */
  readonly first?: 'patient' | 'own-time' | 'slow-clock' | 'strict-readline';
}

const house = fileURLToPath(new URL('../../', import.meta.url));
const folder = resolve(house, start('').cwd);

/** What a shell would have set differently on every machine. */
const plainEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  // Nothing opens a socket on Windows without it.
  SystemRoot: process.env.SystemRoot,
  LANG: 'C.UTF-8',
  TERM: 'xterm',
};

/** A demo's command line: `demos/simplex server --port 0`. */
export const demo = (test: Test, name: string, args: string, options: Options = {}) =>
  script(test, 'demos/run.ts', [name, ...words(args)], options);

export const script = (
  test: Test,
  file: string,
  args: readonly string[] = [],
  options: Options = {},
): Program => {
  const first = options.first && `test/demos/fixture/${options.first}.ts`;
  return run(test, process.execPath, [...start(file, first).args, ...args], options);
};

/** A program of examples/record, in whatever language. */
export const example = (
  test: Test,
  command: string,
  file: string,
  ...args: readonly string[]
): Program => run(test, command, [join(house, 'examples/record', file), ...args], {});

/** The same in a terminal of its own, to be typed into. */
export const inTerminal = (
  test: Test & Skippable,
  [name, args]: readonly [string, string],
  columns = 80,
): Program => {
  const out = new Heard(stripVTControlCharacters);
  return terminal(test, demoCommand(name, args), { columns, rows: 24 }, out);
};

/** The program and the arguments that start a demo. */
export const demoCommand = (name: string, args: string): string[] => [
  process.execPath,
  ...start('demos/run.ts').args,
  name,
  ...words(args),
];

/** Any command in a terminal of its own. `out` gets all that it writes there. */
export function terminal(
  test: Test & Skippable,
  command: readonly string[],
  { columns, rows, env }: Pick<Options, 'env'> & { columns: number; rows: number },
  out: Heard,
): Program {
  needs(test, 'python3 on Linux');
  const python = fileURLToPath(new URL('fixture/terminal.py', import.meta.url));
  const all = [python, String(columns), String(rows), ...command];
  return run(test, 'python3', all, { input: 'open', ...(env && { env }) }, out);
}

/** A server on a port of its own. */
export async function server(
  test: Test,
  name: string,
  flags = '',
  options: Options = {},
): Promise<Program & { readonly port: number }> {
  const program = demo(test, name, `server --port 0 ${flags}`, options);
  const [, port] = await program.out.until(
    /^listening on (?:127\.0\.0\.1|\[::1\]):(\d+)\n/m,
  );
  return { ...program, port: Number(port) };
}

/** Where a record may be kept while its test runs. */
export function recordFile(test: Test, ending: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'duplex-'));
  test.onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, `run.${ending}`);
}

const words = (text: string): string[] => text.split(' ').filter(Boolean);

function run(
  test: Test,
  command: string,
  args: readonly string[],
  { input, into, env = {} }: Options,
  out = new Heard(),
): Program {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...plainEnvironment, ...env },
    stdio: [
      input === undefined ? 'ignore' : 'pipe',
      into === undefined ? 'pipe' : openSync(into, 'w'),
      'pipe',
    ],
  });
  test.onTestFinished(() => void child.kill('SIGKILL'));
  const err = new Heard();
  child.stdout?.setEncoding('utf8').on('data', text => out.add(text));
  child.stderr?.setEncoding('utf8').on('data', text => err.add(text));
  child.stdin?.on('error', () => {});
  return {
    out,
    err,
    child,
    type: text => void child.stdin?.write(text),
    endInput: () => void child.stdin?.end(),
    signal(name) {
      if ('skip' in test && name !== 'SIGKILL')
        needs(test as Test & Skippable, 'signals to other programs');
      child.kill(name);
    },
    ended: once(child, 'close').then(([code, signal]) => code ?? signal),
  };
}
