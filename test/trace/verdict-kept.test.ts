import { describe, expect, it } from 'vitest';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judge, type Verdict } from '../../lib/trace/verdict.ts';
import { Run } from '../view/run.ts';
import { answered, call, oneWay, oneWaySoFar, question, refuse } from './runs.ts';

describe('a run that does not violate its mode', () => {
  it.each<[Mode, Verdict['result'], string, Run]>([
    ['simplex', 'kept', 'one message', oneWay()],
    ['simplex', 'undecided', 'not a word', new Run().connect('sender', 'receiver')],
    [
      'simplex',
      'undecided',
      'only a word that was refused',
      refuse(call(), 'alice', 'station'),
    ],
    [
      'simplex',
      'undecided',
      'notices and refusals back',
      oneWaySoFar()
        .say('receiver', 'sender', '* Hi', 'notice')
        .say('receiver', 'sender', '! No', 'refusal'),
    ],
    ['half-duplex', 'kept', 'a question and its answer', answered()],
    [
      'simplex',
      'undecided',
      'a reply that the sender rejected',
      refuse(oneWaySoFar(), 'receiver', 'sender'),
    ],
    ['half-duplex', 'undecided', 'a question alone', question()],
    ['half-duplex', 'undecided', 'nothing', new Run()],
    [
      'half-duplex',
      'kept',
      'a refused word out of turn',
      refuse(question(), 'alice', 'station').say('station', 'alice', 'HI'),
    ],
    [
      'half-duplex',
      'kept',
      'a refused word in turn: the turn stays',
      refuse(call(), 'alice', 'station')
        .say('alice', 'station', 'Hi')
        .say('station', 'alice', 'HI'),
    ],
    [
      'half-duplex',
      'kept',
      'a word that was refused takes no turn',
      refuse(question(), 'alice', 'station')
        .say('station', 'alice', 'HI')
        .say('alice', 'station', 'Good'),
    ],
    [
      'half-duplex',
      'kept',
      'notices, refusals and control at any time',
      answered()
        .say('station', 'alice', '* Hi', 'notice')
        .say('station', 'alice', '! No', 'refusal')
        .say('alice', 'station', '/who', 'control')
        .say('alice', 'station', 'Good'),
    ],
    [
      'half-duplex',
      'undecided',
      'a word that never arrived',
      (() => {
        const run = question();
        run.send('alice', 'station', 'Hello?');
        return run;
      })(),
    ],
    ['full-duplex', 'shown', 'a crossing', call().cross('alice', 'station', 'a', 'b')],
    ['full-duplex', 'undecided', 'both ways, but one after the other', answered()],
    [
      'full-duplex',
      'undecided',
      'a crossing of notices',
      (() => {
        const run = call();
        const [a, b] = [
          run.send('alice', 'station', 'a'),
          run.send('station', 'alice', '* b', 'notice'),
        ];
        return run.hear(a).hear(b);
      })(),
    ],
  ])('%s is %s by %s', (mode, result, _, run) => {
    expect(judge(mode, run.events)).toMatchObject({ mode, result });
  });
});
