import { describe, expect, it } from 'vitest';
import { joined } from '../../lib/trace/joined.ts';
import type { TraceRecord } from '../../lib/trace/record.ts';
import { Run } from '../view/run.ts';
import { accepts, connects, filesOf, hears, says, wrote } from './finding.ts';

/** To read: who, what, and which words. */
const rowsOf = (records: readonly TraceRecord[]) =>
  joined(records).events.map(({ end, what, text = '' }) =>
    `${end} ${what} ${text}`.trim(),
  );

describe('the picture of joined records', () => {
  const caller = wrote(
    'alice',
    connects,
    says('a'),
    says('b'),
    hears('x'),
    says('c'),
    says('d'),
  );
  const called = wrote(
    'station',
    accepts,
    hears('a'),
    says('x'),
    hears('b'),
    hears('c'),
    hears('d'),
  );

  it.each([
    ["the caller's file first", [caller, called]],
    ["the called end's file first", [called, caller]],
  ])(
    'has each word next to its arrival, where nothing comes between: %s',
    (_, records) => {
      expect(rowsOf(records)).toEqual([
        'alice opened',
        'station opened',
        'alice sent a',
        'station received a',
        'alice sent b',
        'station sent x',
        'station received b',
        'alice received x',
        'alice sent c',
        'station received c',
        'alice sent d',
        'station received d',
      ]);
    },
  );

  it('has the caller first, then whom it called, then all others', () => {
    const run = new Run().connect('alice', 'station').connect('bob', 'station');
    const [alice, station, bob] = filesOf(run);
    const files = [alice, bob, station].flatMap(file => file ?? []);
    expect(joined(files).lanes).toEqual(['alice', 'station', 'bob']);
  });
});
