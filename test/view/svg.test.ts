import { expect, it } from 'vitest';
import { svg } from '../../lib/view/export/svg.ts';
import { Run } from './run.ts';
import { bothAtOnce, takingTurns } from './scenes.ts';

const full = { mode: 'full-duplex', lanes: ['alice', 'bob'] } as const;

/** The ends of the lines that are arrows, as numbers. */
const lines = (drawing: string): number[][] =>
  [...drawing.matchAll(/<line class="(?!lane)[^"]*" ([^/]+)\/>/g)].map(([, ends]) =>
    [...(ends ?? '').matchAll(/="(-?\d+)"/g)].map(([, at]) => Number(at)),
  );

it('draws lines that cross where messages crossed', () => {
  const [, one, other] = lines(svg(bothAtOnce().batch(), full));
  const [left = 0, leaves = 0, right = 0, arrives = 0] = one ?? [];
  expect(other?.[0]).toBe(right);
  expect(other?.[2]).toBe(left);
  expect(leaves).toBeLessThan(other?.[3] ?? 0);
  expect(other?.[1]).toBeLessThan(arrives);
});

it('lets time flow down: every later event stands lower', () => {
  const drawing = svg(takingTurns().batch(), { lanes: ['alice', 'station'] });
  const heights = lines(drawing).flatMap(([, y1, , y2]) => [y1, y2]);
  expect(heights).toEqual([...heights].sort((a = 0, b = 0) => a - b));
  expect(new Set(heights).size).toBe(heights.length);
});

it('gives the turn a bar at the side that may speak', () => {
  const drawing = svg(takingTurns().batch(), {
    mode: 'half-duplex',
    lanes: ['alice', 'station'],
  });
  const sides = [...drawing.matchAll(/<rect x="(\d+)"/g)].map(([, x]) => Number(x));
  const lanes = [...drawing.matchAll(/<line class="lane" x1="(\d+)"/g)];
  const [left = 0, right = 0] = lanes.map(([, x]) => Number(x) - 4);
  expect(sides).toEqual([left, right, left, right, left]);
});

it('has a title, and all that happened in words', () => {
  const drawing = svg(bothAtOnce().batch(), { ...full, title: 'Both together' });
  expect(drawing).toContain('<title>Both together</title>');
  expect(drawing).toContain('3 alice says: Tea at four?');
  expect(drawing).toContain('prefers-color-scheme: dark');
});

it('says below the picture that it is not all', () => {
  const drawing = svg(bothAtOnce().batch(), { ...full, note: 'the first 4 of 15,204' });
  expect(drawing).toMatch(
    /<text class="thin"[^>]*>the first 4 of 15,204<\/text>\n<\/svg>/,
  );
  expect(svg(bothAtOnce().batch(), full)).not.toContain('the first');
});

it('escapes what was said, and replaces what XML cannot hold', () => {
  const run = new Run().say('alice', 'bob', '</text><script>"&\' \ud800 \u0001');
  const drawing = svg(run.batch(), { ...full, title: '"><b>' });
  expect(drawing).toContain(
    '&lt;/text&gt;&lt;script&gt;&quot;&amp;&#39; \uFFFD \uFFFD',
  );
  expect(drawing).not.toMatch(/<script|<b>/);
});
