import { expect, it } from 'vitest';
import { view } from '../../lib/view/style.ts';
import { Run } from './run.ts';
import { takingTurns, throughTheExchange } from './scenes.ts';

const half = { mode: 'half-duplex', lanes: ['alice', 'station'] } as const;

it('tells one event a sentence', () => {
  const plain = view('plain', half);
  expect([...plain.head(), ...plain.draw(takingTurns().batch())]).toEqual([
    '1 alice connects to station',
    '2 station accepts alice (connected at 1)',
    '3 alice says: Is anybody there?',
    '4 station hears from alice: Is anybody there? (said at 3)',
    "5 alice says out of turn, not heard: Hello?? (the turn is the station's since 4)",
    '6 station does not hear 5 from alice: out of turn',
    '7 station tells alice: ! Not your turn: wait for [station]',
    '8 alice hears from station: ! Not your turn: wait for [station] (said at 7)',
    '9 station says: [station] Yes. What is it?',
    '10 alice hears from station: [station] Yes. What is it? (said at 9)',
    '11 alice says: Just testing.',
    '12 station hears from alice: Just testing. (said at 11)',
    '13 station says: [station] Then test less.',
    '14 alice hears from station: [station] Then test less. (said at 13)',
    '15 alice ends: no more to say to station (FIN)',
    '16 station hears that alice ended (FIN at 15)',
  ]);
});

it('says what crossed what, also between people', () => {
  const lanes = ['alice', 'exchange', 'bob'];
  const plain = view('plain', { mode: 'full-duplex', lanes });
  expect(plain.draw(throughTheExchange().batch()).slice(4)).toEqual([
    '5 alice says to exchange: Tea at four? (crossed 6)',
    '6 bob says to exchange: Are you free? (crossed 5)',
    '7 exchange hears from alice: Tea at four? (said at 5; crossed 6)',
    '8 exchange hears from bob: Are you free? (said at 6; crossed 5)',
    '9 exchange says to bob: [alice] Tea at four? (crossed 6)',
    '10 exchange says to alice: [bob] Are you free? (crossed 5)',
    '11 alice hears from exchange: [bob] Are you free? (said at 10; crossed 5)',
    '12 bob hears from exchange: [alice] Tea at four? (said at 9; crossed 6)',
  ]);
});

it('says what has not arrived yet, and later when it was said', () => {
  const run = new Run();
  const plain = view('plain', half);
  const words = run.send('alice', 'station', 'Hello');
  expect(plain.draw(run.batch())).toEqual(['1 alice says, not arrived yet: Hello']);
  run.hear(words);
  expect(plain.draw(run.batch())).toEqual([
    '2 station hears from alice: Hello (said at 1)',
  ]);
});

it('names the end that keeps no record as it is told', () => {
  const events = takingTurns().events.filter(({ end }) => end === 'station');
  const plain = view('plain', { ...half, lanes: ['station'], peerOf: () => 'carol' });
  expect(plain.draw(events).slice(0, 3)).toEqual([
    '2 station accepts carol',
    '4 station hears from carol: Is anybody there?',
    '6 station does not hear words from carol: out of turn',
  ]);
});

it('tells that somebody vanished', () => {
  const rows = view('plain', half).draw(new Run().vanish('alice', 'station').batch());
  expect(rows).toEqual([
    '1 alice vanishes (RST to station)',
    '2 station hears that alice vanished (RST at 1)',
  ]);
});
