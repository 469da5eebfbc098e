import { columns, foldTo, lineWidth } from '../fold.ts';
import type { Option, Options } from './option.ts';

/** What can be called: how, what it does, and its flags. */
interface Callable {
  readonly call: string;
  readonly about: string;
  readonly options: Options;
}

/** The answer to `--help`, as wide as the window. */
export function helpLines(title: string, calls: readonly Callable[]): string[] {
  const width = lineWidth();
  const shared = calls.length > 1 ? sharedBy(calls) : [];
  const names = new Set(shared.map(([name]) => name));
  const sections = calls.flatMap(({ call, about, options }) => [
    '',
    ...foldTo(width, `${call}[flags]   ${about}`, '    '),
    ...helpOn(
      only(options, name => !names.has(name)),
      width,
    ),
  ]);
  const everywhere = [
    '',
    'Every command also takes these flags:',
    ...helpOn(Object.fromEntries(shared), width),
  ];
  return [
    ...foldTo(width, title, '    '),
    ...sections,
    ...(shared.length > 0 ? everywhere : []),
  ];
}

/** Returns the flags that mean the same in every command: help lists them once. */
function sharedBy([first, ...others]: readonly Callable[]): [string, Option][] {
  const same = (one: Option, other: Option | undefined) =>
    JSON.stringify(one) === JSON.stringify(other);
  return Object.entries(first?.options ?? {}).filter(([name, option]) =>
    others.every(({ options }) => same(option, options[name])),
  );
}

const only = (options: Options, wanted: (name: string) => boolean): Options =>
  Object.fromEntries(Object.entries(options).filter(([name]) => wanted(name)));

/** The flags of a command, one per row, in two columns that are together `width` cells wide. */
export function helpOn(options: Options, width: number): string[] {
  const rows = Object.entries(options).map(([name, option]) => {
    const flag = option.value === undefined ? `--${name}` : `--${name} ${option.value}`;
    const choice = option.oneOf ? ` (${option.oneOf.join(', ')})` : '';
    const fallback =
      option.default === undefined ? '' : ` (default: ${option.default})`;
    return [flag, `${option.help}${choice}${fallback}`] as const;
  });
  return columns(rows, width);
}
