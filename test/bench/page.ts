import { readFileSync, writeFileSync } from 'node:fs';

const ends = '<!-- bench ends -->';

/** Between the markers of a page, those of that command. All else on it stays. */
export function save(report: string, page: string, command: string): void {
  const before = readFileSync(page, 'utf8');
  const marker = `<!-- bench: what ${command} -- --save wrote last -->`;
  const start = before.indexOf(marker) + marker.length;
  const end = before.indexOf(ends, start);
  if (!before.includes(marker) || end < 0)
    throw new Error(`${page} has lost its markers`);
  writeFileSync(page, `${before.slice(0, start)}\n\n${report}\n${before.slice(end)}`);
}
