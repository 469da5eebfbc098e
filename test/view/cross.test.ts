import { expect, it } from 'vitest';
import type { ViewOptions } from '../../lib/view/ladder/lanes.ts';
import { view } from '../../lib/view/style.ts';
import { Run } from './run.ts';
import { bothAtOnce, throughTheExchange } from './scenes.ts';

const full: ViewOptions = { mode: 'full-duplex', lanes: ['alice', 'bob'] };
const picture = (run: Run, options: ViewOptions): string[] => {
  const ladder = view('ladder', options);
  return [...ladder.head(), ...ladder.draw(run.batch())];
};

it('draws a crossing as an X in 72 columns', () => {
  expect(picture(bothAtOnce(), { ...full, width: 72 })).toEqual([
    '       alice                                         bob',
    '      1  │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▶│ 2',
    '      3  ●── Tea at four? ──╲     ╱── Are you free? ──● 4',
    '         │                   ╲   ╱                    │',
    '         │                    ╲ ╱                     │',
    '         │                     ╳     3 ╳ 4            │',
    '         │                    ╱ ╲                     │',
    '         │                   ╱   ╲                    │',
    '      6  ●◀─ Are you free? ─╱     ╲── Tea at four? ──▶● 5',
  ]);
});

it('draws a crossing as an X in 80 columns', () => {
  expect(picture(bothAtOnce(), { ...full, width: 80 })).toEqual([
    '       alice                                                 bob',
    '      1  │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▶│ 2',
    '      3  ●──── Tea at four? ────╲     ╱──── Are you free? ────● 4',
    '         │                       ╲   ╱                        │',
    '         │                        ╲ ╱                         │',
    '         │                         ╳     3 ╳ 4                │',
    '         │                        ╱ ╲                         │',
    '         │                       ╱   ╲                        │',
    '      6  ●◀─── Are you free? ───╱     ╲──── Tea at four? ────▶● 5',
  ]);
});

it('draws a crossing as an X in 100 columns', () => {
  expect(picture(bothAtOnce(), { ...full, width: 100 })).toEqual([
    '       alice                                                                     bob',
    '      1  │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▶│ 2',
    '      3  ●───────── Tea at four? ─────────╲     ╱───────── Are you free? ─────────● 4',
    '         │                                 ╲   ╱                                  │',
    '         │                                  ╲ ╱                                   │',
    '         │                                   ╳     3 ╳ 4                          │',
    '         │                                  ╱ ╲                                   │',
    '         │                                 ╱   ╲                                  │',
    '      6  ●◀──────── Are you free? ────────╱     ╲───────── Tea at four? ─────────▶● 5',
  ]);
});

it('draws it in ASCII', () => {
  expect(picture(bothAtOnce(), { ...full, ascii: true })).toEqual([
    '       alice                                                 bob',
    '      1  |.................... connects .....................>| 2',
    '      3  *---- Tea at four? ----\\     /---- Are you free? ----* 4',
    '         |                       \\   /                        |',
    '         |                        \\ /                         |',
    '         |                         X     3 X 4                |',
    '         |                        / \\                         |',
    '         |                       /   \\                        |',
    '      6  *<--- Are you free? ---/     \\---- Tea at four? ---->* 5',
  ]);
});

it('puts the words under the lines where the lanes are close', () => {
  const run = new Run().cross('alice', 'room', 'Tea at four?', 'Are you free?');
  expect(picture(run, { ...full, lanes: ['alice', 'room', 'bob'] })).toEqual([
    '       alice                          room                            bob',
    '      1  ●───────────╲     ╱────────────● 2                            │',
    '         │ Tea at     ╲   ╱     Are you │                              │',
    '         │ four?       ╲ ╱        free? │                              │',
    '         │              ╳     1 ╳ 2     │                              │',
    '         │ Are you     ╱ ╲       Tea at │                              │',
    '         │ free?      ╱   ╲       four? │                              │',
    '      4  ●◀──────────╱     ╲───────────▶● 3                            │',
  ]);
});

it('tells below the X what has no room between its lines either', () => {
  const words = 'Shall we have tea at four, or rather at five?';
  const run = new Run().cross('alice', 'room', words, 'Yes');
  const rows = picture(run, { ...full, lanes: ['alice', 'room', 'bob'] });
  expect(rows.slice(-2)).toEqual([
    '      4  ●◀──────────╱     ╲───────────▶● 3                            │',
    `         │                ${words}│`,
  ]);
});

it('draws the words of two people as they cross on their way through the exchange', () => {
  const lanes = ['alice', 'exchange', 'bob'];
  expect(picture(throughTheExchange(), { ...full, lanes })).toEqual([
    '       alice                        exchange                          bob',
    '      1  │╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌▶│ 2                            │',
    '         │                           4  │◀╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌│ 3',
    '      5  ●────── Tea at four? ───────╲  │  ╱────── Are you free? ──────● 6',
    '         │                            ╲ │ ╱                            │',
    '         │                          7  ╲│╱ 8                           │',
    '         │                              ╳     5 ╳ 6                    │',
    '         │                         10  ╱│╲ 9                           │',
    '         │                            ╱ │ ╲                            │',
    '     11  ●◀── [bob] Are you free? ───╱  │  ╲── [alice] Tea at four? ──▶● 12',
  ]);
});

it('names the crossing where the exchange does not stand between the two', () => {
  const lanes = ['exchange', 'alice', 'bob'];
  expect(picture(throughTheExchange(), { ...full, lanes })).toEqual([
    '     exchange                         alice                           bob',
    '      2  │◀╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌│ 1                            │',
    '      4  │◀╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌│ 3',
    '      7  ●◀─────── Tea at four? ────────● 5                            │',
    '      8  ●◀─────────────────────────────┼─────── Are you free? ────────● 6',
    '      9  ●──── [alice] Tea at four? ────┼─────────────────────────────▶● 12',
    '     10  ●──── [bob] Are you free? ────▶● 11                           │',
    '         │                              │            5 ╳ 6             │',
  ]);
});

it('does not count a crossing of which one message was not heard', () => {
  const run = new Run();
  const [tea, coffee] = [
    run.send('alice', 'bob', 'Tea?'),
    run.send('bob', 'alice', 'Coffee?'),
  ];
  run.refuse(tea, 'too long').hear(coffee);
  expect(picture(run, full)).toEqual([
    '       alice                                                 bob',
    '      1  ●──────── Tea? ────────╲     ╱─────── Coffee? ───────● 2',
    '         │                       ╲   ╱                        │',
    '         │                        ╲ ╱                         │',
    '         │                         ╳                          │',
    '         │                        ╱ ╲                         │',
    '         │                       ╱   ╲                        │',
    '      4  ●◀────── Coffee? ──────╱     ╲─────── Tea? ────────▶✗│ 3',
  ]);
});

it('pairs each message with one that it crossed, the oldest first', () => {
  const run = new Run();
  const [one, two] = [run.send('alice', 'bob', 'one'), run.send('bob', 'alice', 'two')];
  const three = run.send('alice', 'bob', 'three');
  run.hear(one).hear(two).hear(three);
  const rows = picture(run, full);
  expect(rows).toHaveLength(9);
  expect(rows.at(-1)).toBe(
    '      3  ●────────────────────── three ──────────────────────▶● 6',
  );
});

it('draws no X for a question that was answered after it was heard', () => {
  const run = new Run().say('alice', 'bob', 'Tea?').say('bob', 'alice', 'Yes');
  expect(picture(run, full).join('\n')).not.toMatch(/[╲╱╳]/u);
});

it('draws each event once when three people speak at the same time', () => {
  const people = ['alice', 'bob', 'carol'];
  const run = new Run();
  const words = people.map(who => run.send(who, 'room', 'Me!'));
  for (const said of words) run.hear(said);
  const copies = words.flatMap(said =>
    people.filter(other => other !== said.from).map(other => run.relay(said, other)),
  );
  for (const copy of copies) run.hear(copy);
  const ladder = view('ladder', { ...full, lanes: ['alice', 'room', 'bob', 'carol'] });
  const drawing = ladder.draw(run.batch()).join('\n');
  const numbers = drawing.replace(/\d+ ╳ \d+/gu, '').match(/\d+/g) ?? [];
  expect(numbers.map(Number).sort((a, b) => a - b)).toEqual(
    run.events.map(({ n }) => n),
  );
});
