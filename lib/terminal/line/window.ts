import type { WindowSize } from './typed-line.ts';

const usualHeight = 24;

/** The number of cells in a row: the window's, or 80. */
export const width = (terminal: Pick<WindowSize, 'columns'> = process.stdout): number =>
  terminal.columns || 80;

/** The same, or undefined without a terminal. */
export const columnsHere = (): number | undefined =>
  process.stdout.isTTY ? width() : undefined;

/** The current size of this terminal. */
export const window = (): WindowSize => ({
  columns: width(),
  rows: process.stdout.rows || usualHeight,
});

/** Terminals that also wrap the line with the cursor again, by their names in TERM_PROGRAM. */
const programs = ['tmux', 'iTerm.app', 'Apple_Terminal', 'WezTerm', 'ghostty'];
/** The same, by a variable of their own. */
const variables = ['VTE_VERSION', 'KONSOLE_VERSION', 'KITTY_WINDOW_ID', 'WT_SESSION'];

/** Whether this terminal is known to wrap a long line again when its window's width changes. */
export function rewraps(env: NodeJS.ProcessEnv): boolean {
  const program = env.TERM_PROGRAM;
  if (program !== undefined) return programs.includes(program);
  return variables.some(name => env[name] !== undefined);
}
