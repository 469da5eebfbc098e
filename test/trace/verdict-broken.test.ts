import { describe, expect, it } from 'vitest';
import { judge, type Mode } from '../../lib/trace/index.ts';
import type { Run } from '../view/run.ts';
import { answered, call, oneWay, question, refuse } from './runs.ts';

describe('a run that breaks its mode', () => {
  it.each<[Mode, string, Run, number, string]>([
    [
      'simplex',
      'a reply',
      oneWay().say('receiver', 'sender', 'Thanks'),
      7,
      'the receiver spoke at 7',
    ],
    [
      'simplex',
      'a reply that the sender refused',
      refuse(oneWay(), 'receiver', 'sender'),
      7,
      'the receiver spoke at 7',
    ],
    [
      'simplex',
      'a reply that never arrived',
      (() => {
        const run = oneWay();
        run.send('receiver', 'sender', 'Thanks');
        return run;
      })(),
      7,
      'the receiver spoke at 7',
    ],
    [
      'half-duplex',
      'a crossing',
      question().cross('alice', 'station', 'Hello??', 'HI'),
      5,
      "alice spoke at 5, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'the caller again, and she is heard',
      question().say('alice', 'station', 'Hello??'),
      5,
      "alice spoke at 5, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'two words before the first arrived',
      (() => {
        const run = call();
        const [a, b] = [
          run.send('alice', 'station', 'Hi'),
          run.send('alice', 'station', 'Hello?'),
        ];
        return run.hear(a).hear(b);
      })(),
      4,
      "alice spoke at 4, the turn was the station's since 3",
    ],
    [
      'half-duplex',
      'the station again',
      answered().say('station', 'alice', 'And?'),
      7,
      "the station spoke at 7, the turn was alice's since 6",
    ],
    [
      'half-duplex',
      'the station first',
      call().say('station', 'alice', 'Welcome'),
      3,
      "the station spoke at 3, the turn was alice's from the start",
    ],
    [
      'half-duplex',
      'a word after a refused one, still without the turn',
      refuse(question(), 'alice', 'station').say('alice', 'station', 'Hello?'),
      7,
      "alice spoke at 7, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'two who both waited long enough',
      (() => {
        const run = answered();
        return run.cross('station', 'alice', 'Well?', 'Good');
      })(),
      7,
      "the station spoke at 7, the turn was alice's since 6",
    ],
  ])('%s by %s', (mode, _, run, n, why) => {
    const { result, proved, offence } = judge(mode, run.events);
    expect({ result, proved, n: offence?.event.n, why: offence?.why }).toEqual({
      result: 'broken',
      proved: true,
      n,
      why,
    });
  });

  it('is convicted for the first offence on any of its links', () => {
    const run = call().connect('bob', 'station').say('station', 'bob', 'Hi');
    run.say('station', 'alice', 'Hi');
    expect(judge('half-duplex', run.events).offence?.why).toBe(
      "the station spoke at 5, the turn was bob's from the start",
    );
  });

  it('is not convicted of full-duplex, whatever it does', () => {
    const run = answered()
      .say('station', 'alice', 'And?')
      .cross('alice', 'station', 'a', 'b');
    expect(judge('full-duplex', run.events).result).toBe('shown');
  });
});
