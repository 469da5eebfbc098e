import type { Flags } from './arguments.ts';
import { fold } from './fold.ts';
import { asciiOnly, print, verdictColour } from './output.ts';

/** All of a verdict that is not ASCII: a name never is. */
const signs: readonly (readonly [string, string])[] = [
  ['·', '-'],
  ['╳', 'X'],
  ['…', '...'],
];

/**
 * A verdict's line with signs that can be shown here. Scripts look for it as it is, whatever their locale:
 * without a terminal only `--ascii` itself changes it.
 */
export function spelled(line: string, flags: Flags): string {
  const plainly = process.stdout.isTTY && asciiOnly();
  if (!plainly && !flags.has('ascii')) return line;
  return signs.reduce((text, [sign, letter]) => text.replaceAll(sign, letter), line);
}

const together = '\u00a0';

/** A run's last line. Where it does not fit it is broken before a `·`; only a part that is too long, between its words. */
export function printVerdict(ok: boolean, line: string, flags: Flags): void {
  const rows = fold(line.replaceAll(/ (?!·)/g, together), '  ')
    .map(row => row.replaceAll(together, ' '))
    .flatMap(row => fold(row, '    '));
  for (const row of rows) print(verdictColour(ok, spelled(row, flags)));
}
