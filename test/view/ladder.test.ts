import { expect, it } from 'vitest';
import type { ViewOptions } from '../../lib/view/ladder/lanes.ts';
import { view } from '../../lib/view/style.ts';
import { Run } from './run.ts';
import { itsScreen, lineBusy, oneWay, takingTurns } from './scenes.ts';

const half: ViewOptions = { mode: 'half-duplex', lanes: ['alice', 'station'] };
const full: ViewOptions = { mode: 'full-duplex', lanes: ['alice', 'bob'] };

function picture(run: Run, options: ViewOptions): string[] {
  const ladder = view('ladder', options);
  return [...ladder.head(), ...ladder.draw(run.batch())];
}

it('draws simplex with an empty half, and what the receiver displays beside it', () => {
  const options = { mode: 'simplex', lanes: ['sender', 'receiver'] } as const;
  expect(picture(oneWay(), { ...options, aside: itsScreen })).toEqual([
    '      sender                                  receiver        its screen',
    '      1  ├╌╌╌╌╌╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▶┤ 2',
    '      4  ├◀╌╌╌╌ FIN: "you will hear nothing" ╌╌╌╌╌┤ 3',
    '      5  ●─────────────── Michael ───────────────▶● 6         Michael',
    '      7  ●──────────────── Sarah ────────────────▶● 8         Sarah',
    '      9  ├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ FIN ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▶┤ 10        (end)',
  ]);
});

it('draws half-duplex as a bar that changes sides', () => {
  expect(picture(takingTurns(), half)).toEqual([
    '       alice                                               station',
    '      1  ┊╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▶┊ 2',
    "         █                                                    ┊   alice's turn",
    '      3  █──────────────── Is anybody there? ────────────────▶┊ 4',
    "         ┊                                                    █   station's turn",
    '      5  ┊──────────────────── Hello?? ─────────────────────▶✗█ 6 not heard',
    '      8  ┊◀╌╌╌╌╌╌╌ ! Not your turn: wait for [station] ╌╌╌╌╌╌╌█ 7',
    '     10  ┊◀─────────── [station] Yes. What is it? ────────────█ 9',
    "         █                                                    ┊   alice's turn",
    '     11  █────────────────── Just testing. ──────────────────▶┊ 12',
    "         ┊                                                    █   station's turn",
    '     14  ┊◀──────────── [station] Then test less. ────────────█ 13',
    "         █                                                    ┊   alice's turn",
    '     15  █╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ FIN ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▶┊ 16',
  ]);
});

it.each([
  ['caller 1', "caller 1's turn"],
  ['caller 1234', "caller 1234's turn"],
  ['a-caller-whose-name-is-long', "a-caller-wh…'s turn"],
])('leaves %s the space for its turn', (name, turn) => {
  for (const width of [60, 80, 120]) {
    const run = new Run().connect(name, 'station');
    run.send(name, 'station', 'Tea?');
    const rows = picture(run, { ...half, lanes: [name, 'station'], width });
    expect(rows.filter(row => row.endsWith(turn))).toHaveLength(1);
    expect(Math.max(...rows.map(row => row.length))).toBeLessThanOrEqual(width);
  }
});

it('draws the same in ASCII, cell by cell', () => {
  expect(picture(takingTurns(), { ...half, ascii: true })).toEqual([
    '       alice                                               station',
    '      1  :.................... connects .....................>: 2',
    "         #                                                    :   alice's turn",
    '      3  #---------------- Is anybody there? ---------------->: 4',
    "         :                                                    #   station's turn",
    '      5  :-------------------- Hello?? --------------------->x# 6 not heard',
    '      8  :<....... ! Not your turn: wait for [station] .......# 7',
    '     10  :<----------- [station] Yes. What is it? ------------# 9',
    "         #                                                    :   alice's turn",
    '     11  #------------------ Just testing. ------------------>: 12',
    "         :                                                    #   station's turn",
    '     14  :<------------ [station] Then test less. ------------# 13',
    "         #                                                    :   alice's turn",
    '     15  #....................... FIN .......................>: 16',
  ]);
});

it('keeps the turn of each caller when a second one finds the line busy', () => {
  const lanes = ['alice', 'station', 'bob'];
  expect(picture(lineBusy(), { ...half, lanes })).toEqual([
    '       alice                     station                     bob',
    '      1  ┊╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌▶┊ 2                       │',
    "         █                          ┊                         │   alice's turn",
    '      3  █───────── Hello ─────────▶┊ 4                       │',
    "         ┊                          █                         │   station's turn",
    '         │                       6  ┊◀╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌┊ 5',
    '         │                       7  ┊╌╌╌╌╌ ! Line busy ╌╌╌╌╌╌▶┊ 8',
    '         │                       9  ┊╌╌╌╌╌╌╌╌╌ FIN ╌╌╌╌╌╌╌╌╌╌▶┊ 10',
    '     12  ┊◀───── [station] Hi. ─────█ 11                      │',
    "         █                          ┊                         │   alice's turn",
  ]);
});

it('leaves a stub for what is still on its way, and the turn moves when it arrives', () => {
  const run = new Run().connect('alice', 'station');
  const ladder = view('ladder', half);
  ladder.draw(run.batch());

  const question = run.send('alice', 'station', 'Are you there?');
  expect(ladder.draw(run.batch())).toEqual([
    "         █                                                    ┊   alice's turn",
    '      3  █───────── Are you there? ─────────▶ …               ┊',
  ]);
  run.hear(question);
  expect(ladder.draw(run.batch())).toEqual([
    '         █               … ───────── Are you there? ─────────▶┊ 4',
    "         ┊                                                    █   station's turn",
  ]);

  const answer = run.send('station', 'alice', 'Yes.');
  expect(ladder.draw(run.batch())).toEqual([
    '         ┊               … ◀────────────── Yes. ──────────────█ 5',
  ]);
  run.refuse(answer, 'too long');
  expect(ladder.draw(run.batch())).toEqual([
    '      6  ┊✗◀───────────── Yes. ────────────── …               █   not heard',
  ]);
});

it('measures wide letters, cuts a label only between letters, and tells below what was cut', () => {
  const run = new Run()
    .say('alice', 'bob', '茶を飲みますか？')
    .say('bob', 'alice', '👍👨‍👩‍👧');
  run.say('alice', 'bob', 'long '.repeat(30)).say('alice', 'bob', '茶'.repeat(60));
  run.say('alice', 'bob', '𠀀'.repeat(60)).say('alice', 'bob', '');
  expect(picture(run, { ...full, width: 72 })).toEqual([
    '       alice                                         bob',
    '      1  ●──────────── 茶を飲みますか？ ─────────────▶● 2',
    '      4  ●◀────────────────── 👍👨‍👩‍👧 ───────────────────● 3',
    '      5  ●─ long long long long long long long lon… ─▶● 6',
    '         │ long long long long long long long long long long long long',
    '         │ long long long long long long long long long long long long',
    '         │ long long long long long long              │',
    '      7  ●─ 茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶… ─▶● 8',
    `         │ ${'茶'.repeat(30)}`,
    `         │ ${'茶'.repeat(30)}`,
    '      9  ●─ 𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀… ─▶● 10',
    `         │ ${'𠀀'.repeat(30)}`,
    `         │ ${'𠀀'.repeat(30)}`,
    '     11  ●───────────────────────────────────────────▶● 12',
  ]);
});

it('marks what was not heard at the end that did not hear it, and who vanished', () => {
  const run = new Run();
  run.refuse(run.send('alice', 'bob', 'Hello'), 'too long');
  run.refuse(run.send('bob', 'alice', 'Hi'), 'not UTF-8');
  run.vanish('bob', 'alice');
  expect(picture(run, full)).toEqual([
    '       alice                                                 bob',
    '      1  ●───────────────────── Hello ──────────────────────▶✗│ 2 not heard',
    '      4  │✗◀─────────────────────── Hi ───────────────────────● 3 not heard',
    '      6  │◀╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ RST ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌✗ 5',
  ]);
});

it('draws a record of one end without numbers at the other', () => {
  const events = takingTurns()
    .events.filter(({ end }) => end === 'station')
    .slice(0, 4);
  const ladder = view('ladder', { ...half, lanes: ['peer', 'station'] });
  expect(ladder.draw(events)).toEqual([
    '         ┊╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ connects ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▶┊ 2',
    "         █                                                    ┊   peer's turn",
    '         █──────────────── Is anybody there? ────────────────▶┊ 4',
    "         ┊                                                    █   station's turn",
    '         ┊──────────────────── Hello?? ─────────────────────▶✗█ 6 not heard',
    '         ┊◀╌╌╌╌╌╌╌ ! Not your turn: wait for [station] ╌╌╌╌╌╌╌█ 7',
  ]);
});

it('tells in words what happens at an end without a lane', () => {
  const ladder = view('ladder', half);
  expect(ladder.draw(new Run().connect('bob', 'station').batch())).toEqual([
    '  1 bob connects to station',
    '  2 station accepts bob (connected at 1)',
  ]);
});

it('paints by meaning, and the paint changes no letter', () => {
  const marked = (text: string) => `<${text}>`;
  const same = (text: string) => text;
  const paint = {
    message: marked,
    refused: (text: string, lane: number) => `{${lane}:${text}}`,
    control: same,
    turn: same,
    number: same,
    lane: same,
    note: same,
  };
  const rows = view('ladder', { ...half, paint }).draw(takingTurns().batch());
  expect(rows[2]).toBe(
    '      3  █<──────────────── Is anybody there? ────────────────▶>┊ 4',
  );
  expect(rows[4]).toContain(
    '{0:──────────────────── Hello?? ─────────────────────▶✗}█ 6',
  );
});
