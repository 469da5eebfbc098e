import { describe, expect, it } from 'vitest';
import { Contradiction } from '../../lib/trace/contradiction.ts';
import { judgeRecords } from '../../lib/trace/verdict.ts';
import { accepts, closes, connects, hears, says, wrote } from './finding.ts';
import type { File } from './reference/line.ts';

/** Gives the events other numbers than 1, 2, 3. */
const numbers = ({ name, events }: File, ...all: number[]): File => ({
  name,
  events: events.map((event, at) => ({ ...event, n: all[at] ?? event.n })),
});

describe('records that cannot all be true', () => {
  it.each<[string, readonly File[]]>([
    [
      "the station received (station 2), which alice's record does not have",
      [wrote('alice', connects, closes), wrote('station', accepts, hears('a'), closes)],
    ],
    [
      "alice received (alice 2), which the station's record does not have",
      [wrote('alice', connects, hears('a')), wrote('station', accepts, closes)],
    ],
    [
      'in alice number 3 comes after 3',
      [numbers(wrote('alice', connects, says('a'), says('b')), 1, 3, 3)],
    ],
    [
      'in alice number 2 comes after 3',
      [numbers(wrote('alice', connects, says('a'), says('b')), 1, 3, 2)],
    ],
    [
      'in both number 1 comes after 2: give the record of each end as a file of its own',
      [
        {
          name: 'both',
          events: [
            ...wrote('alice', connects, says('a')).events,
            ...wrote('station', accepts, hears('a')).events,
          ],
        },
      ],
    ],
  ])('are named: %s', (problem, files) => {
    const all = () => judgeRecords('half-duplex', files);
    expect(all).toThrow(Contradiction);
    expect(all).toThrow(problem);
  });

  it('say so themselves', () => {
    expect(`${new Contradiction('both were called')}`).toBe(
      'Contradiction: the records contradict each other: both were called',
    );
  });
});
