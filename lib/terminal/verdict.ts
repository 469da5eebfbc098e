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

/** A run's last line. */
export function printVerdict(ok: boolean, line: string, flags: Flags): void {
  for (const row of fold(spelled(line, flags), '  ')) print(verdictColour(ok, row));
}
