import { columns } from './fold.ts';
import type { Options } from './option.ts';

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
