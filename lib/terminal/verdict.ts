import type { Flags } from './arguments.ts';
import { fold } from './fold.ts';
import { print, spelled, verdictColour } from './output.ts';

const together = '\u00a0';

/** A run's last line. Where it does not fit it is broken before a `·`; only a part that is too long, between its words. */
export function printVerdict(ok: boolean, line: string, flags: Flags): void {
  const rows = fold(line.replaceAll(/ (?!·)/g, together), '  ')
    .map(row => row.replaceAll(together, ' '))
    .flatMap(row => fold(row, '    '));
  for (const row of rows) print(verdictColour(ok, spelled(row, flags.has('ascii'))));
}
