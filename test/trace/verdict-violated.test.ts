import { describe, expect, it } from 'vitest';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judge } from '../../lib/trace/verdict.ts';
import type { Run } from '../view/run.ts';
import { answered, call, oneWaySoFar, question, refuse } from './runs.ts';

describe('a run that breaks its mode', () => {
  it.each<[Mode, string, Run, string]>([
    [
      'simplex',
      'a reply',
      oneWaySoFar().say('receiver', 'sender', 'Thanks'),
      'the receiver spoke at 5',
    ],
    [
      'half-duplex',
      'a crossing',
      question().cross('alice', 'station', 'Hello??', 'HI'),
      "alice spoke at 5, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'the caller again, and she is heard',
      question().say('alice', 'station', 'Hello??'),
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
      "alice spoke at 4, the turn was the station's since 3",
    ],
    [
      'half-duplex',
      'the station again',
      answered().say('station', 'alice', 'And?'),
      "the station spoke at 7, the turn was alice's since 6",
    ],
    [
      'half-duplex',
      'the station first',
      call().say('station', 'alice', 'Welcome'),
      "the station spoke at 3, the turn was alice's from the start",
    ],
    [
      'half-duplex',
      'a word after a refused one, still without the turn',
      refuse(question(), 'alice', 'station').say('alice', 'station', 'Hello?'),
      "alice spoke at 7, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'two who both waited long enough',
      (() => {
        const run = answered();
        return run.cross('station', 'alice', 'Well?', 'Good');
      })(),
      "the station spoke at 7, the turn was alice's since 6",
    ],
  ])('%s by %s', (mode, _, run, why) => {
    expect(judge(mode, run.events)).toMatchObject({ result: 'violated', why });
  });

  it('is convicted for the first offence on any of its links', () => {
    const run = call().connect('bob', 'station').say('station', 'bob', 'Hi');
    run.say('station', 'alice', 'Hi');
    expect(judge('half-duplex', run.events).why).toBe(
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
