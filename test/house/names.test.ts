import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const exported =
  /^export (?:abstract |async )?(?:class|interface|type|const|function\*?) (\w+)/gm;

/** The names that several files of lib give to things of their own. */
function namesTwice(files: Readonly<Record<string, string>>): string[] {
  const names = Object.values(files).flatMap(source => [
    ...new Set([...source.matchAll(exported)].map(([, name = '']) => name)),
  ]);
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

const lib = Object.fromEntries(
  readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => [file, readFileSync(`lib/${file}`, 'utf8')]),
);

describe('the house: one name for one thing', () => {
  it('no two files of lib export the same name', () => {
    expect(Object.keys(lib).length).toBeGreaterThan(100);
    expect(namesTwice(lib)).toEqual([]);
  });

  it('is noticed where it is not so', () => {
    const files = {
      'view/row.ts': 'export interface Row {}',
      'modes/row.ts': 'export type Row = string;\nexport const row = 1;',
    };
    expect(namesTwice(files)).toEqual(['Row']);
  });
});
