import { foldParts } from '../fold.ts';
import { print, spelled, verdictColour } from '../output.ts';

/** A run's last line. Where it does not fit it is broken before a `·`; only a part that is too long, between its words. */
export function printVerdict(ok: boolean, line: string, ascii: boolean): void {
  const rows = foldParts(line, / (?!·)/g);
  for (const row of rows) print(verdictColour(ok, spelled(row, ascii)));
}
