import { describe, expect, it } from 'vitest';
import { Picture } from '../../lib/view/meaning/picture.ts';
import { takesLong } from '../long.ts';
import { Run } from './run.ts';
import { takingTurns, throughTheExchange } from './scenes.ts';

const half = { mode: 'half-duplex', lanes: ['alice', 'station'] } as const;

describe('turns', () => {
  const moves = (run: Run) =>
    new Picture(half)
      .add(run.batch())
      .flatMap(item => (item.is === 'turn' ? [item] : []));

  it('are announced from the first message on, the caller first', () => {
    const since = moves(takingTurns()).map(move => `${move.who} ${move.since}`);
    expect(since).toEqual([
      'alice 1',
      'station 4',
      'alice 10',
      'station 12',
      'alice 14',
    ]);
  });

  it('are not passed by a notice or by words that were not heard', () => {
    const run = new Run().connect('alice', 'station');
    run.refuse(run.send('alice', 'station', 'too much'), 'too long');
    run.say('station', 'alice', '* Be brief', 'notice');
    expect(moves(run).map(({ who }) => who)).toEqual(['alice']);
  });

  it('are not given to an end that has ended', () => {
    const run = new Run().connect('alice', 'station').say('alice', 'station', 'Bye?');
    run.end('alice', 'station').say('station', 'alice', '[station] Bye.');
    expect(moves(run).map(({ who }) => who)).toEqual(['alice', 'station']);
  });

  it('are not kept in other modes', () => {
    const picture = new Picture({ ...half, mode: 'full-duplex' });
    expect(picture.add(takingTurns().batch()).every(item => item.is !== 'turn')).toBe(
      true,
    );
  });
});

it('makes one arrow of what left and what arrived', () => {
  const [arrow, ...others] = new Picture(half).add(
    new Run().say('alice', 'station', 'Hello').batch(),
  );
  expect(others.filter(({ is }) => is !== 'turn')).toHaveLength(1);
  expect(arrow).toMatchObject({ is: 'turn', who: 'alice' });
  expect(others[0]).toMatchObject({ from: 'alice', to: 'station', heard: 'yes' });
});

it('expects nothing to be heard of an end that keeps no record', () => {
  const run = new Run();
  run.send('station', 'alice', 'Hello');
  const far = { lanes: ['station', 'alice'], peerOf: () => 'alice' };
  expect(new Picture(far).add(run.events)).toMatchObject([
    { to: 'alice', heard: 'yes' },
  ]);
  const both = new Picture({ lanes: ['station', 'alice'] });
  expect(both.add(run.events)).toMatchObject([{ to: 'alice', heard: 'stub' }]);
});

it('knows the other end of a link by the one that others connected to', () => {
  const run = new Run().connect('alice', 'room').connect('bob', 'room');
  const picture = new Picture({ lanes: ['alice', 'room', 'bob', 'carol'] });
  picture.add(run.batch());
  run.send('carol', 'room', 'Anybody?');
  expect(picture.add(run.batch())).toMatchObject([{ to: 'room', heard: 'stub' }]);
});

it('sees through the end that passes words on, once for each copy', () => {
  const items = new Picture({ lanes: ['alice', 'bob'] }).add(
    throughTheExchange().batch(),
  );
  expect(items.at(-1)).toMatchObject({
    is: 'cross',
    first: { from: 'alice', to: 'bob', label: 'Tea at four?' },
    second: { from: 'bob', to: 'alice', label: 'Are you free?' },
  });
});

it('pairs a flood of messages that all cross, one with one', test => {
  takesLong(test);
  const run = new Run();
  const events = Array.from({ length: 20_000 }, (_, i) => [
    { n: i + 1, what: 'sent', by: 'self', end: i % 2 ? 'a' : 'b' } as const,
    { n: 20_001 + i, what: 'received', by: 'peer', end: i % 2 ? 'b' : 'a' } as const,
  ]).flat();
  const whole = { at: 0, link: 'a-b', kind: 'message', text: 'x' } as const;
  run.events.push(...events.map(event => ({ ...whole, ...event })));
  const items = new Picture({ lanes: ['a', 'b'] }).add(run.events);
  expect(items).toHaveLength(10_000);
  expect(items.every(item => item.is === 'cross')).toBe(true);
});

it('finds the crossing after words that were heard long before', () => {
  const run = new Run()
    .say('alice', 'bob', 'Hello')
    .cross('alice', 'bob', 'Tea?', 'Yes?');
  const items = new Picture({ lanes: ['alice', 'bob'] }).add(run.batch());
  expect(items).toMatchObject([
    { is: 'arrow', label: 'Hello' },
    { is: 'cross', first: { label: 'Tea?' }, second: { label: 'Yes?' } },
  ]);
});

it('leaves the copies for others as they are', () => {
  const run = throughTheExchange().say('exchange', 'carol', '[alice] Tea at four?');
  const items = new Picture({ lanes: ['alice', 'bob', 'carol'] }).add(run.batch());
  expect(items.slice(2)).toMatchObject([{ is: 'cross' }, { is: 'arrow', to: 'carol' }]);
});
