import kleur from 'kleur';
import { clean } from '../connection/clean.ts';
import type { Paint } from '../view/index.ts';

/** A reader that closed its end (`| head`) has seen enough: no error, nothing more to say. */
export function leaveWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', error => {
      process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1);
    });
  }
}

export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** One line to stderr. It may quote a stranger or a file: clean. */
export const complain = (line: string): void => {
  process.stderr.write(`${clean(line)}\n`);
};

/** `--plain`. */
export function withoutColour(): void {
  kleur.enabled = false;
}

/** Cells in a row: the window's, or 80. */
export const width = (): number => process.stdout.columns || 80;

/** Half of the world's terminals are light: only colours that both show, and never colour alone. */
export const colours: Paint = {
  message: text => kleur.bold(text),
  control: text => kleur.dim(text),
  refused: text => kleur.red(text),
  turn: text => kleur.magenta(text),
  number: text => kleur.dim(text),
  lane: text => kleur.cyan(text),
  note: text => kleur.dim(text),
};

export const verdictColour = (ok: boolean, line: string): string =>
  ok ? kleur.green(line) : kleur.red(line);

export const strong = (text: string): string => kleur.bold(text);
export const faint = (text: string): string => kleur.dim(text);
export const questioning = (text: string): string => kleur.yellow(text);

/** Lines of a server or of the client's peer: notices step back, refusals stand out. */
export function tinted(line: string): string {
  if (line.startsWith('* ')) return kleur.dim(line);
  return line.startsWith('! ') ? kleur.red(line) : line;
}

/** Whether the drawing must do without Unicode: the terminal says so, or its locale does. */
export function asciiOnly(env: NodeJS.ProcessEnv = process.env): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return env.TERM === 'dumb' || !/utf-?8/i.test(locale);
}

/** All of a verdict that is not ASCII: a name never is. */
const signs: readonly (readonly [string, string])[] = [
  ['·', '-'],
  ['╳', 'X'],
  ['…', '...'],
];

/**
 * A verdict's line with signs that can be shown here. Scripts look for it as it is, whatever their locale:
 * without a terminal only `--ascii` itself changes it, `asked`.
 */
export function spelled(line: string, asked: boolean): string {
  if (!asked && !(process.stdout.isTTY && asciiOnly())) return line;
  return signs.reduce((text, [sign, letter]) => text.replaceAll(sign, letter), line);
}
