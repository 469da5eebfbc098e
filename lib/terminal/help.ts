import { columns, foldTo, lineWidth } from './fold.ts';
import type { Options } from './option.ts';

/** What can be called: how, what it does, and its flags. */
interface Callable {
  readonly call: string;
  readonly about: string;
  readonly options: Options;
}

/** The answer to `--help`, as wide as the window. */
export function helpLines(title: string, calls: readonly Callable[]): string[] {
  const width = lineWidth();
  const sections = calls.flatMap(({ call, about, options }) => [
    '',
    ...foldTo(width, `${call}[flags]   ${about}`, '    '),
    ...helpOn(options, width),
  ]);
  return [...foldTo(width, title, '    '), ...sections];
}

/** The flags of a command, one under the other, in two columns that are so many cells wide together. */
export function helpOn(options: Options, width: number): string[] {
  const rows = Object.entries(options).map(([name, option]) => {
    const flag = option.value === undefined ? `--${name}` : `--${name} ${option.value}`;
    const choice = option.oneOf ? ` (${option.oneOf.join(', ')})` : '';
    const fallback =
      option.default === undefined ? '' : `, ${option.default} unless told`;
    return [flag, `${option.help}${choice}${fallback}`] as const;
  });
  return columns(rows, width);
}
