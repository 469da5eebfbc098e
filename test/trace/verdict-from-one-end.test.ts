import { describe, expect, it } from 'vitest';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judge } from '../../lib/trace/verdict.ts';
import type { Run } from '../view/run.ts';
import {
  answered,
  call,
  eager,
  oneWay,
  oneWaySoFar,
  onlyOf,
  question,
  refuse,
} from './runs.ts';

describe('from one end', () => {
  const ends = ['alice', 'station'];
  it.each(ends)('%s cannot show what both can', end => {
    const run = answered();
    expect(judge('half-duplex', run.events).result).toBe('kept');
    for (const mode of ['half-duplex', 'full-duplex', 'simplex'] as const) {
      const verdict = judge(mode, onlyOf('station', eager()));
      expect(verdict.result).not.toBe('shown');
    }
    expect(judge('half-duplex', onlyOf(end, run))).toMatchObject({
      result: 'undecided',
    });
  });

  it('is one of several links enough to prove nothing', () => {
    const run = answered().connect('bob', 'station').say('bob', 'station', 'Hi');
    const events = run.events.filter(event => event.end !== 'bob');
    expect(judge('half-duplex', events)).toMatchObject({
      result: 'undecided',
    });
  });

  it.each<[Mode, string, string, Run, string]>([
    [
      'simplex',
      'the sender',
      'what it heard',
      oneWaySoFar().say('receiver', 'sender', 'Thanks'),
      'the other end was heard at 6',
    ],
    [
      'half-duplex',
      'the station',
      'two words in a row',
      question().say('alice', 'station', 'Hello?'),
      "the other end was heard at 6, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'the station',
      'two words with a rejected one between them',
      refuse(question(), 'alice', 'station').say('alice', 'station', 'Hello?'),
      "the other end was heard at 8, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'alice',
      'a greeting before she spoke',
      call().say('station', 'alice', 'Welcome'),
      "the other end was heard at 4, the turn was alice's from the start",
    ],
    [
      'half-duplex',
      'alice',
      'two answers',
      answered().say('station', 'alice', 'And?'),
      "the other end was heard at 8, the turn was alice's since 6",
    ],
  ])('%s: %s alone convicts %s', (mode, end, _, run, why) => {
    const verdict = judge(mode, onlyOf(end.replace('the ', ''), run));
    expect(verdict).toMatchObject({ result: 'violated', why });
  });

  it('is enough for simplex if it is the receiver’s, which knows what it heard and that it sent nothing', () => {
    expect(judge('simplex', onlyOf('receiver', oneWay())).result).toBe('kept');
    expect(judge('simplex', onlyOf('sender', oneWay())).result).toBe('undecided');
    const answering = oneWaySoFar().say('receiver', 'sender', 'Thanks');
    expect(judge('simplex', onlyOf('receiver', answering)).result).toBe('undecided');
  });

  it.each<[string, string, Run]>([
    ['the station cannot see a crossing that it read late', 'station', eager()],
    [
      'alice cannot tell whether her second word was heard',
      'alice',
      question().say('alice', 'station', 'Hello?'),
    ],
  ])('%s', (_, end, run) => {
    expect(judge('half-duplex', run.events).result).toBe('violated');
    expect(judge('half-duplex', onlyOf(end, run))).toMatchObject({
      result: 'undecided',
    });
  });
});
