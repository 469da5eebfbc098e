import { flagOf, type Option, type Options } from './option.ts';

/** A command, as `--help` describes it. */
export interface Callable {
  /** How it is called, and what it does. */
  readonly title: string;
  readonly options: Options;
}

/** A flag, and what it does. */
export type HelpRow = readonly [flag: string, help: string];

export interface HelpSection {
  readonly title: string;
  readonly rows: readonly HelpRow[];
}

const everywhere = 'Every command also takes these flags';

/** Each command with its own flags; then, once, those that mean the same in every command, group by group. */
export function helpSections(calls: readonly Callable[]): HelpSection[] {
  const shared = calls.length > 1 ? sharedBy(calls) : [];
  const names = new Set(shared.map(([name]) => name));
  const own = calls.map(({ title, options }) => {
    const left = Object.entries(options).filter(([name]) => !names.has(name));
    return { title, rows: left.map(helpRow) };
  });
  const groups = new Set(shared.map(([, { group }]) => group));
  const together = [...groups].map(group => ({
    title: `${group === undefined ? everywhere : `${everywhere} ${group}`}:`,
    rows: shared.filter(([, option]) => option.group === group).map(helpRow),
  }));
  return [...own, ...together];
}

export const helpRows = (options: Options): HelpRow[] =>
  Object.entries(options).map(helpRow);

function helpRow([name, { value, help, default: fallback }]: [
  string,
  Option,
]): HelpRow {
  const flag = value === undefined ? flagOf(name) : `${flagOf(name)} ${value}`;
  const told = value === undefined || fallback === undefined;
  return [flag, told ? help : `${help} (default: ${fallback})`];
}

/** Returns the flags that mean the same in every command. */
function sharedBy([first, ...others]: readonly Callable[]): [string, Option][] {
  const same = (one: Option, other: Option | undefined) =>
    JSON.stringify(one) === JSON.stringify(other);
  return Object.entries(first?.options ?? {}).filter(([name, option]) =>
    others.every(({ options }) => same(option, options[name])),
  );
}
