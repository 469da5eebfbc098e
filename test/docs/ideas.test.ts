import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const row = /^\| ([^|]+) \| \[([^\]]+)\]\(([^)]+)\) \| `([^`]+)` \|$/gm;

/** The rows of README's map from ideas to files: an idea, its file, and the line to look for. */
const mapIn = (markdown: string) =>
  [...markdown.matchAll(row)].map(
    ([, idea = '', file = '', target = '', line = '']) => ({
      idea,
      file,
      target,
      line,
    }),
  );

/** The ideas whose file is not there, or does not show them. */
const lost = (markdown: string): string[] =>
  mapIn(markdown)
    .filter(
      ({ file, target, line }) =>
        file !== target ||
        !existsSync(file) ||
        !readFileSync(file, 'utf8').includes(line),
    )
    .map(({ idea }) => idea);

describe('README: the map from ideas to files', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('has each idea in its file', () => {
    expect(mapIn(readme).length).toBeGreaterThan(15);
    expect(lost(readme)).toEqual([]);
  });

  it('has no row that this test cannot read', () => {
    const [, table = ''] = readme.split('| idea | file | look for |\n|---|---|---|\n');
    const rows = table.slice(0, table.indexOf('\n\n')).split('\n');
    expect(mapIn(readme)).toHaveLength(rows.length);
  });

  it('has an idea from each of the demos for modes, and from the folders below them', () => {
    const files = mapIn(readme).map(({ file }) => file);
    for (const folder of ['framing', 'trace', 'modes', 'connection', 'hub', 'datagram'])
      expect(files.some(file => file.startsWith(`lib/${folder}/`))).toBe(true);
    for (const demo of ['simplex', 'half-duplex', 'p2p', 'p2m'])
      expect(files.some(file => file.startsWith(`demos/${demo}/`))).toBe(true);
  });

  it.each([
    ['the file has gone', '[lib/hub/no.ts](lib/hub/no.ts)', '`class Tick<`'],
    ['the line has gone', '[lib/hub/tick.ts](lib/hub/tick.ts)', '`class Tack<`'],
    ['it leads elsewhere', '[lib/hub/tick.ts](lib/hub/hub.ts)', '`class Tick<`'],
  ])('notices that %s', (_, link, line) =>
    expect(lost(`| one order | ${link} | ${line} |`)).toEqual(['one order']),
  );
});
