import type { Options } from './option.ts';

/** The flags of a command, one a line, in two columns. */
export function helpOn(options: Options): string[] {
  const rows = Object.entries(options).map(([name, option]) => {
    const flag = option.value === undefined ? `--${name}` : `--${name} ${option.value}`;
    const choice = option.oneOf ? ` (${option.oneOf.join(', ')})` : '';
    const fallback =
      option.default === undefined ? '' : `, ${option.default} unless told`;
    return [flag, `${option.help}${choice}${fallback}`] as const;
  });
  const widest = Math.max(...rows.map(([flag]) => flag.length));
  return rows.map(([flag, help]) => `  ${flag.padEnd(widest)}   ${help}`);
}
