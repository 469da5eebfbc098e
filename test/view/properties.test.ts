import fc from 'fast-check';
import measure from 'fast-string-truncated-width';
import { expect, it } from 'vitest';
import type { Kind, TraceEvent } from '../../lib/trace/event.ts';
import { mermaid } from '../../lib/view/export/mermaid.ts';
import { svg } from '../../lib/view/export/svg.ts';
import { type Style, view } from '../../lib/view/style.ts';
import { anyCharacter } from '../character.ts';
import { runs } from '../long.ts';
import { type Flight, Run } from './run.ts';

const people = ['alice', 'bob', 'carol'];
const station = 'station';
const lanes = ['alice', station, 'bob', 'carol'];

/** Any text as the wire leaves it: without control characters. Digits are for the numbers. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: anyCharacter, maxLength: 200 }),
  )
  .map(any =>
    any.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\uFFFD').replace(/\p{N}/gu, 'n'),
  );

const step = fc.record({
  who: fc.constantFrom(...people),
  does: fc.constantFrom(
    'says',
    'hears',
    'hears',
    'refuses',
    'ends',
    'settles',
    'connects',
  ),
  asks: fc.boolean(),
  kind: fc.constantFrom<Kind>('message', 'message', 'notice', 'refusal', 'control'),
  text,
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Plays the steps: what was sent first on a link is heard first, whenever that is. */
function batches(steps: readonly Step[]): TraceEvent[][] {
  const run = new Run();
  const flights = new Map<string, Flight[]>();
  const settled: TraceEvent[][] = [];
  for (const { who, does, asks, kind, text } of steps) {
    const [from, to] = asks ? [who, station] : [station, who];
    const way = `${from} ${to}`;
    const flight = flights.get(way) ?? [];
    flights.set(way, flight);
    if (does === 'says') flight.push(run.send(from, to, text, kind));
    if (does === 'connects') run.connect(who, station);
    if (does === 'ends') run.end(from, to);
    if (does === 'settles') settled.push(run.batch());
    const next = does === 'hears' || does === 'refuses' ? flight.shift() : undefined;
    if (next && does === 'hears') run.hear(next);
    if (next && does === 'refuses') run.refuse(next, 'too long');
  }
  return [...settled, run.batch()];
}

const trace = fc.array(step, { maxLength: 30 }).map(batches);
const mode = fc.constantFrom('simplex', 'half-duplex', 'full-duplex');
const ascii = fc.boolean();

function rowsOf(style: Style, run: TraceEvent[][], options: object): string[] {
  const drawing = view(style, { lanes, mode: 'full-duplex', ...options });
  return [...drawing.head(), ...run.flatMap(batch => drawing.draw(batch))];
}

const numbersOf = (run: TraceEvent[][]): number[] =>
  run.flat().flatMap(({ n }) => (n > 0 ? [n] : []));

it.each([
  ['ladder', 72],
  ['table', 50],
] as const)('no row of a %s is wider than the window', (style, least) => {
  const width = fc.integer({ min: least, max: 120 });
  fc.assert(
    fc.property(trace, width, mode, ascii, (run, columns, kept, plain) => {
      const options = { width: columns, mode: kept, ascii: plain };
      for (const row of rowsOf(style, run, options)) {
        expect(measure(row).width).toBeLessThanOrEqual(columns);
      }
    }),
    runs(100),
  );
});

/** `2-8` stands for seven events. */
function allOf(numbers: string): number[] {
  const [first = 0, last = first] = numbers.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

it('every event is drawn once in a ladder', () => {
  const others = fc.constantFrom([], ['dave'], ['dave', 'erin']);
  fc.assert(
    fc.property(trace, mode, others, (run, kept, more) => {
      const options = { mode: kept, lanes: [...lanes, ...more] };
      const drawing = rowsOf('ladder', run, options).join('\n');
      const references = /\d+ ╳ \d+|(since|at|crossed) \d+/gu;
      const numbers = drawing.replace(references, '').match(/\d+(-\d+)?/g) ?? [];
      const sorted = numbers.flatMap(allOf).sort((a, b) => a - b);
      expect(sorted).toEqual(numbersOf(run));
    }),
    runs(100),
  );
});

it.each(['table', 'plain'] as const)(
  'every event has its own row in %s style',
  style => {
    fc.assert(
      fc.property(trace, mode, (run, kept) => {
        const rows = rowsOf(style, run, { mode: kept });
        const numbers = rows.flatMap(row => row.match(/^ {0,3}(\d+) /)?.[1] ?? []);
        expect(numbers.map(Number)).toEqual(numbersOf(run));
      }),
      runs(100),
    );
  },
);

it('what was said cannot become markup', () => {
  const hostile = fc.array(
    fc.constantFrom('<', '>', '&', '"', ';', '#', '\n', 'end', 'x'),
  );
  fc.assert(
    fc.property(hostile, parts => {
      const run = new Run().say('alice', 'bob', parts.join('')).batch();
      const diagram = mermaid(run, { lanes: ['alice', 'bob'] });
      expect(diagram.split('\n')).toHaveLength(5);
      expect(diagram).not.toMatch(/<|\bend\b/);
      const quiet = svg(new Run().say('alice', 'bob', 'x').batch(), {
        lanes: ['alice', 'bob'],
      });
      const drawing = svg(run, { lanes: ['alice', 'bob'] });
      expect(drawing.split('<')).toHaveLength(quiet.split('<').length);
    }),
    runs(100),
  );
});
