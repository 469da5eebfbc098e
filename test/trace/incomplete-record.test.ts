import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judge, judgeRecords } from '../../lib/trace/verdict.ts';
import { Run } from '../view/run.ts';
import { filesOf } from './finding.ts';
import type { File } from './reference/line.ts';
import { answered, call, eager, oneWay, onlyOf } from './runs.ts';

describe('a record that is incomplete', () => {
  const lonely = (run: Run) =>
    run
      .connect('bob', 'station')
      .say('bob', 'station', 'Hi')
      .events.filter(({ end }) => end !== 'bob');

  it.each<[Mode, string, Run]>([
    ['full-duplex', 'shown', call().cross('alice', 'station', 'a', 'b')],
    ['half-duplex', 'violated', eager()],
  ])('leaves what a whole link tells: %s is %s', (mode, result, run) => {
    expect(judge(mode, lonely(run))).toMatchObject({ result, complete: false });
  });

  it('convicts nobody by a link of which one end kept a record from the middle on', () => {
    const run = answered().say('station', 'alice', 'And?');
    for (const end of ['alice', 'station']) {
      const events = onlyOf(end, run).slice(1);
      for (const mode of ['simplex', 'half-duplex'] as const)
        expect(judge(mode, events, { from: end }).result).toBe('undecided');
    }
  });

  it('judges nobody who speaks through a relay, if one record is missing', () => {
    const run = new Run();
    for (const name of ['alice', 'bob', 'carol']) run.connect(name, 'room');
    const [tea, coffee] = [
      run.send('alice', 'room', 'Tea?'),
      run.send('bob', 'room', 'Coffee?'),
    ];
    run.hear(tea).hear(coffee);
    run.hear(run.relay(tea, 'bob')).hear(run.relay(coffee, 'alice'));
    const without = run.events.filter(({ end }) => end !== 'carol');
    const results = (events: readonly TraceEvent[]) =>
      (['simplex', 'half-duplex', 'full-duplex'] as const).map(
        mode => judge(mode, events).result,
      );
    expect(results(run.events)).toEqual(['violated', 'violated', 'shown']);
    expect(results(without)).toEqual(['undecided', 'undecided', 'undecided']);
  });

  it('acquits nobody by the receiver, if the sender kept a record from the middle on', () => {
    const [sender, receiver] = filesOf(oneWay()) as [File, File];
    const late = { ...sender, events: sender.events.filter(({ n }) => n > 1) };
    const renumbered = late.events.map(event => ({ ...event, n: event.n - 1 }));
    const files = [receiver, { ...late, events: renumbered }];
    expect(judgeRecords('simplex', files)).toMatchObject({
      result: 'undecided',
      why: "the sender's record begins in the middle of the link",
    });
  });
});
