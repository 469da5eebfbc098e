import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../lib/framing/framing.ts';
import type { Framing } from '../../../lib/framing/kind.ts';
import { withLong } from '../../long.ts';
import { results } from '../results.ts';
import type { Bytes } from '../subject-of.ts';
import { subjectsOf } from '../subjects.ts';

/** The same format without `fast/`. */
const plainly = (format: Bytes): Bytes => ({
  ...format,
  make: limit => plain(format.make(limit).anatomy as Framing),
});

const several = ['lines', 'slip', 'text over length'];
const all = subjectsOf(plainly);
const some = all.filter(({ name }) => several.includes(name));

it('knows the formats by their names', () => {
  expect(some.map(({ name }) => name)).toEqual(several);
});

/** without-fast.test.ts checks the costs too. */
describe.each(withLong ? all : some)('$name, plain', subject => {
  it.each(Object.entries(results))('%s', (_name, property) => {
    property(subject);
  });
});

it('has one seam: framing.ts alone imports from fast/', () => {
  const core = readdirSync('lib/framing').filter(file => file.endsWith('.ts'));
  const importing = core.filter(file =>
    readFileSync(`lib/framing/${file}`, 'utf8').includes("from './fast/"),
  );
  expect(importing).toEqual(['framing.ts']);
});
