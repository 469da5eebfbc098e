import { foldParts } from '../fold.ts';
import { print, spelled, verdictColour } from '../output.ts';

/**
 * Prints a run's last line. A long line is broken before a `·`, and between words only if a part is
 * too long.
 */
export function printVerdict(ok: boolean, line: string, ascii: boolean): void {
  const rows = foldParts(line, / (?!·)/g);
  for (const row of rows) print(verdictColour(ok, spelled(row, ascii)));
}
