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

  it('leaves what a whole link tells, if the file of another link has a gap', () => {
    const run = eager().connect('bob', 'station').say('bob', 'station', 'Hi');
    const files = filesOf(run.say('bob', 'station', 'Hello?'));
    const gapped = files.map(file =>
      file.name === 'bob'
        ? { ...file, events: file.events.filter(({ n }) => n !== 2) }
        : file,
    );
    expect(judgeRecords('half-duplex', gapped)).toMatchObject({
      result: 'violated',
      why: "alice spoke at alice 3, the turn was the station's since alice 2",
      complete: false,
    });
    expect(judgeRecords('full-duplex', gapped).result).toBe('shown');
  });

  it('acquits nobody, and convicts nobody by one end, beside a file with a gap', () => {
    const ours = filesOf(answered());
    const theirs = filesOf(
      new Run()
        .connect('bob', 'carol')
        .say('bob', 'carol', 'a')
        .say('bob', 'carol', 'b'),
    );
    const files = [...ours, ...theirs].map(file =>
      file.name === 'bob'
        ? { ...file, events: file.events.filter(({ n }) => n !== 2) }
        : file,
    );
    expect(judgeRecords('half-duplex', files)).toMatchObject({
      result: 'undecided',
      why: 'number 2 is missing in bob',
    });
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
