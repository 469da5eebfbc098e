import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/trace/verdict.ts';
import { find, report } from '../../lib/trace/verdict-line.ts';
import { Run } from '../view/run.ts';
import { answered, call, question } from './runs.ts';

const free = { turns: 'free' } as const;

describe('half-duplex by free turns', () => {
  it('has a name of its own in the line', () => {
    const verdict = judge('half-duplex', answered().events, free);
    expect(report(verdict)).toBe(
      'verdict: half-duplex by free turns · kept · 2 heard in 2 turns · 0 crossings',
    );
    const expected = {
      mode: 'half-duplex',
      result: 'kept',
      counts: new Map(),
    } as const;
    expect(find(verdict, expected).line).toMatch(
      /^verdict: half-duplex by free turns · ok/,
    );
  });

  it.each([
    ['alice', call().cross('alice', 'station', 'Hi', '220')],
    ['the station, whom she called', call().cross('station', 'alice', '220', 'Hi')],
  ])('names first what was sent first: by %s', (_, run) => {
    expect(judge('half-duplex', run.events, free)).toMatchObject({
      result: 'violated',
      why: '3 and 4 crossed',
    });
  });

  it('is violated by the first crossing on any link, in the order in which they began', () => {
    const run = call().connect('bob', 'station');
    const early = run.send('station', 'bob', '220');
    run.cross('alice', 'station', 'Hi', '220');
    run.hear(run.send('bob', 'station', 'Hi')).hear(early);
    expect(judge('half-duplex', run.events, free).why).toBe('5 and 10 crossed');
  });

  it('is not tested by one speaker, the caller or the called end', () => {
    const why = (run: Run) => judge('half-duplex', run.events, free).why;
    expect(why(question())).toBe('only alice was heard, so nobody could break a turn');
    expect(why(call().say('station', 'alice', '220'))).toBe(
      'only the station was heard, so nobody could break a turn',
    );
    expect(why(new Run())).toBe('no message was heard');
  });
});
