import { foldParts } from '../fold.ts';
import { width } from '../line/window.ts';
import { print, spelled, verdictColour } from '../output.ts';

/**
 * Prints a run's last line. If it is longer than the window is wide, it is broken before a `·`, and
 * between words only if a part is too long.
 */
export function printVerdict(ok: boolean, line: string, ascii: boolean): void {
  const rows = foldParts(line, / (?!·)/g, width());
  for (const row of rows) print(verdictColour(ok, spelled(row, ascii)));
}
