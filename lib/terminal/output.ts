import kleur from 'kleur';
import { clean } from '../connection/clean.ts';
import type { Paint } from '../view/text/paint.ts';
import { foldTo, lineWidth } from './fold.ts';
import { closeGoneTerminals } from './line/gone-terminals.ts';

/** The errors of a closed terminal, and of a reader that closed its end (`| head`). */
const goneCodes: readonly unknown[] = ['EPIPE', 'EIO'];

/**
 * Ends the process when nobody can read what it writes. If a reader has seen enough, that is not an error:
 * an exit code that is already known stays, because a verdict must be the same in a pipe.
 * A program that says goodbye when its window is closed says it here too.
 */
export function leaveWhenNobodyReads(): void {
  closeGoneTerminals();
  let gone = false;
  const leave = ({ code, message }: NodeJS.ErrnoException) => {
    if (!goneCodes.includes(code)) {
      complain(`cannot write the output (${message}): choose another file or device`);
      process.exit(1);
    }
    if (process.listenerCount('SIGHUP') === 0)
      process.exit(code === 'EPIPE' ? process.exitCode : 1);
    // From now on every write fails too.
    if (!gone) process.emit('SIGHUP', 'SIGHUP');
    gone = true;
  };
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leave);
}

export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Writes one line to stderr, cleaned, because it may quote a stranger or a file. */
export const complain = (line: string): void => {
  const { stderr } = process;
  const text = clean(line);
  // At a terminal an error is folded like all other text. Elsewhere it is one line.
  const rows = stderr.isTTY ? foldTo(lineWidth(stderr), text, '  ') : [text];
  stderr.write(`${rows.join('\n')}\n`);
};

/** For `--plain`. */
export function withoutColour(): void {
  kleur.enabled = false;
}

/**
 * Many terminals are light: we use only colours that light and dark ones show well, and never
 * colour alone. Only the connection itself is faint, because faint text is invisible on a
 * projector.
 */
export const colours: Paint = {
  message: text => kleur.bold(text),
  control: text => kleur.dim(text),
  refused: text => kleur.red(text),
  turn: text => kleur.magenta(text),
  number: String,
  lane: text => kleur.bold(text),
  note: String,
};

export const verdictColour = (ok: boolean, line: string): string =>
  ok ? kleur.green(line) : kleur.red(line);

export const strong = (text: string): string => kleur.bold(text);
export const questioning = (text: string): string => kleur.inverse(text);

/** Colours the lines of a server: notices are dim, refusals stand out. */
export function tinted(line: string): string {
  if (line.startsWith('* ')) return kleur.dim(line);
  return line.startsWith('! ') ? kleur.red(line) : line;
}

/**
 * Whether to draw without Unicode: the terminal or its locale says so. Windows has no locale in the
 * environment.
 */
export function asciiOnly(
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): boolean {
  if (env.TERM === 'dumb') return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  if (platform === 'win32' && locale === '')
    return env.WT_SESSION === undefined && env.TERM_PROGRAM === undefined;
  return !/utf-?8/i.test(locale);
}

/** ASCII for the special characters of a verdict. A name may be in any script, and stays unchanged. */
const signs: readonly (readonly [string, string])[] = [
  ['·', '-'],
  ['╳', 'X'],
  ['…', '...'],
];

/**
 * Returns a verdict's line with characters that can be shown here. Scripts search for it in its
 * usual form, in any locale: without a terminal only `--ascii` itself changes it, `asked`.
 */
export function spelled(line: string, asked: boolean): string {
  if (!asked && !(process.stdout.isTTY && asciiOnly())) return line;
  return signs.reduce((text, [sign, letter]) => text.replaceAll(sign, letter), line);
}
