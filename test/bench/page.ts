import { readFileSync, writeFileSync } from 'node:fs';

const begins = /<!-- bench: what .* wrote last -->/;
const ends = '<!-- bench ends -->';

/** Between the markers of a page. All else on it stays. */
export function save(report: string, page: string): void {
  const before = readFileSync(page, 'utf8');
  const [marker = ''] = begins.exec(before) ?? [];
  const start = before.indexOf(marker) + marker.length;
  const end = before.indexOf(ends);
  if (marker === '' || end < start) throw new Error(`${page} has lost its markers`);
  writeFileSync(page, `${before.slice(0, start)}\n\n${report}\n${before.slice(end)}`);
}
