import { expect, it } from 'vitest';
import { svg } from '../../lib/view/export/svg.ts';
import { Run } from './run.ts';
import { bothAtOnce, throughTheExchange } from './scenes.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const texts =
  /<text class="[^"]*" transform="translate\(([\d.-]+) ([\d.-]+)\) rotate\(([\d.-]+)\)" dy="([\d.-]+)">([^<]*)</g;
const arrows =
  /<line class="(?!lane)[^"]*" x1="([\d.-]+)" y1="([\d.-]+)" x2="([\d.-]+)" y2="([\d.-]+)"/g;

/** The labels of a drawing: what is written, and the line through the middle of its letters. */
const labelsIn = (drawing: string) =>
  [...drawing.matchAll(texts)].map(([, x, y, turn, dy, text = '']) => {
    const angle = (Number(turn) * Math.PI) / 180;
    const at = (along: number): Point => {
      const down = Number(dy) - 4;
      return {
        x: Number(x) + along * Math.cos(angle) - down * Math.sin(angle),
        y: Number(y) + along * Math.sin(angle) + down * Math.cos(angle),
      };
    };
    return { text, start: at(0), end: at(text.length * 7.8) };
  });

const side = (a: Point, b: Point, p: Point): number =>
  Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));

/** The labels that a line runs through. */
function struckThrough(drawing: string): string[] {
  const lines = [...drawing.matchAll(arrows)].map(([, ...ends]) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.map(Number);
    return [
      { x: x1, y: y1 },
      { x: x2, y: y2 },
    ] as const;
  });
  const crosses = (a: Point, b: Point, c: Point, d: Point) =>
    side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
  return labelsIn(drawing)
    .filter(({ start, end }) => lines.some(([c, d]) => crosses(start, end, c, d)))
    .map(({ text }) => text);
}

const texting = (run: Run, lanes: string[]) =>
  svg(run.batch(), { mode: 'full-duplex', lanes });

it.each([
  ['two', bothAtOnce(), ['alice', 'bob']],
  ['two through an exchange', throughTheExchange(), ['alice', 'exchange', 'bob']],
])(
  'words of %s that cross are whole, and no line runs through them',
  (_, run, lanes) => {
    const drawing = texting(run, lanes);
    expect(struckThrough(drawing)).toEqual([]);
    const words = labelsIn(drawing).map(({ text }) => text);
    expect(words.filter(text => text.includes('Tea at four?')).length).toBeGreaterThan(
      0,
    );
    expect(words.filter(text => text.includes('…'))).toEqual([]);
  },
);

it('a line through words is found', () => {
  const drawing = texting(bothAtOnce(), ['alice', 'bob']);
  const line = '<line class="" x1="150" y1="880" x2="160" y2="910"/>';
  const text =
    '<text class="" transform="translate(100 900) rotate(0)" dy="-5">struck through</text>';
  expect(struckThrough(drawing + text + line)).toEqual(['struck through']);
});

it('words that have no room between other lines are shortened, and are whole as a title', () => {
  const run = new Run().connect('alice', 'bob');
  const words = 'x'.repeat(90);
  const drawing = texting(run.cross('alice', 'bob', words, 'short'), ['alice', 'bob']);
  expect(struckThrough(drawing)).toEqual([]);
  expect(labelsIn(drawing).some(({ text }) => /^x+…$/.test(text))).toBe(true);
  expect(drawing).toContain(`<title>${words}</title>`);
});

it('words of two lines that meet stand apart, so nobody reads them as one sentence', () => {
  const run = new Run().connect('alice', 'room');
  const message = { link: 'alice-room', kind: 'message', size: 6 } as const;
  const two = { ...message, text: 'Two', nth: 1 };
  const three = { ...message, text: 'Three', nth: 2 };
  for (const one of [two, three])
    run.add({ what: 'sent', by: 'self', end: 'alice', ...one });
  for (const one of [three, two])
    run.add({ what: 'received', by: 'peer', end: 'room', ...one });
  const drawing = texting(run, ['alice', 'room']);
  const [one, other] = labelsIn(drawing).filter(({ text }) => /^T/.test(text));
  expect([one?.text, other?.text]).toEqual(['Two', 'Three']);
  expect(Number(other?.start.x) - Number(one?.end.x)).toBeGreaterThan(4 * 7.8);
});

it('each arrow of a fan-out has its words, if they have room along it', () => {
  const run = new Run().connect('bob', 'room').connect('carol', 'room');
  const [toBob, toCarol] = [
    run.send('room', 'bob', 'Tea?'),
    run.send('room', 'carol', 'Tea?'),
  ];
  const drawing = texting(run.hear(toCarol).hear(toBob), ['room', 'bob', 'carol']);
  const words = labelsIn(drawing).map(({ text }) => text);
  expect(words.filter(text => text === 'Tea?')).toHaveLength(2);
  expect(struckThrough(drawing)).toEqual([]);
});

it('crossings have the numbers that the verdict gives them', () => {
  const drawing = texting(throughTheExchange(), ['alice', 'exchange', 'bob']);
  expect(drawing).toMatch(/>5 ╳ 6<\/text>/);
});
