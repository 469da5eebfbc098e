import { expect, it } from 'vitest';
import { view } from '../../lib/view/style.ts';
import { Run } from './run.ts';
import { lineBusy, takingTurns } from './scenes.ts';

it('calls an end what its transport calls it', () => {
  const run = new Run().end('alice', 'bob').vanish('bob', 'alice');
  const named = run.events.map(event => ({
    ...event,
    text: event.what === 'ended' ? 'bye' : 'silence',
  }));
  const table = view('table', { mode: 'full-duplex', lanes: ['alice', 'bob'] });
  expect(table.draw(named).map(row => row.trim().replace(/ {3,}/, '  '))).toEqual([
    '1  ends (bye)',
    '2  hears bye',
    '3  vanishes (silence)',
    '4  hears silence',
  ]);
});

it('has a row for each event, under the lane where it happened', () => {
  const table = view('table', {
    mode: 'half-duplex',
    lanes: ['alice', 'station'],
    width: 60,
  });
  expect([...table.head(), ...table.draw(takingTurns().batch())]).toEqual([
    '   #  turn      alice                 station',
    '   1  ALICE     connects',
    '   2  ALICE                           accepts alice',
    '   3  ALICE     says  Is anybody there?',
    '   4  STATION                         hears  Is anybody',
    '                                      there?',
    '   5  STATION   says  Hello??   (out of turn)',
    '   6  STATION                         refuses 5, it is not',
    '                                      heard',
    '   7  STATION                         tells  ! Not your',
    '                                      turn: wait for',
    '                                      [station]',
    '   8  STATION   hears  ! Not your turn: wait for [station]',
    '   9  STATION                         says  [station] Yes.',
    '                                      What is it?',
    '  10  ALICE     hears  [station] Yes. What is it?',
    '  11  ALICE     says  Just testing.',
    '  12  STATION                         hears  Just testing.',
    '  13  STATION                         says  [station] Then',
    '                                      test less.',
    '  14  ALICE     hears  [station] Then test less.',
    '  15  ALICE     ends (FIN)',
    '  16  ALICE                           hears FIN',
  ]);
});

it('has room for many lanes, and says to whom', () => {
  const lanes = ['anna', 'bert', 'station', 'carl', 'bob', 'alice'];
  const table = view('table', { mode: 'half-duplex', lanes });
  expect([...table.head(), ...table.draw(lineBusy().batch())]).toEqual([
    '   #  turn      anna    bert     station  carl     bob      alice',
    '   1  ALICE                                                 connects to station',
    '   2  ALICE                      accepts alice',
    '   3  ALICE                                                 says to station',
    '                                                            Hello',
    '   4  STATION                    hears from alice  Hello',
    '   5  BOB                                          connects to station',
    '   6  BOB                        accepts bob',
    '   7  BOB                        tells bob  ! Line busy',
    '   8  BOB                                          hears from station  ! Line',
    '                                                   busy',
    '   9  BOB                        ends (FIN) to bob',
    '  10  BOB                                          hears FIN from station',
    '  11  STATION                    says to alice  [station] Hi.',
    '  12  ALICE                                                 hears from station',
    '                                                            [station] Hi.',
  ]);
});

it('tells a long message in three rows at most', () => {
  const run = new Run().say('alice', 'bob', 'many words '.repeat(100));
  const rows = view('table', {
    mode: 'full-duplex',
    lanes: ['alice', 'bob'],
    width: 50,
  });
  expect(rows.draw(run.batch())).toEqual([
    '   1  says  many words many words many words many',
    '      words many words many words many words many',
    '      words many words many words many words many…',
    '   2                        hears  many words many',
    '                            words many words many',
    '                            words many words many…',
  ]);
});

it('says what crossed, what vanished and what is on its way', () => {
  const run = new Run().cross('alice', 'bob', 'Tea?', 'Coffee?').vanish('bob', 'alice');
  run.send('alice', 'bob', 'Bob?');
  const table = view('table', { mode: 'full-duplex', lanes: ['alice', 'bob'] });
  expect(table.draw(run.batch())).toEqual([
    '   1  says  Tea?   (crossed 2)',
    '   2                                       says  Coffee?   (crossed 1)',
    '   3                                       hears  Tea?   (crossed 2)',
    '   4  hears  Coffee?   (crossed 1)',
    '   5                                       vanishes (RST)',
    '   6  hears RST',
    '   7  says  Bob?   (on its way)',
  ]);
});
