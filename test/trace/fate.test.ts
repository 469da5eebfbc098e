import { describe, expect, it } from 'vitest';
import { judgeRecords } from '../../lib/trace/verdict.ts';
import {
  accepts,
  closes,
  connects,
  finishes,
  hears,
  isFinished,
  isReset,
  rejects,
  resets,
  says,
  wrote,
} from './finding.ts';
import { matched } from './reference/frames.ts';
import { fateOf, sentIn } from './reference/heard.ts';
import { type File, linesOf } from './reference/line.ts';

const misses = (nth?: number) =>
  ({ what: 'lost', by: 'peer', ...(nth && { nth }) }) as const;
const first = { ...says('a'), nth: 1 };
const second = { ...says('b'), nth: 2 };

/** What became of the messages that were not heard, if the records tell. */
const cases: [string, files: File[], fates: string[]][] = [
  [
    'rejected, if the other end says so',
    [wrote('alice', connects, says('a')), wrote('station', accepts, rejects('a'))],
    ['rejected'],
  ],
  [
    'never read, if the other end closed first',
    [wrote('alice', connects, says('a')), wrote('station', accepts, closes)],
    ['never read'],
  ],
  [
    'never read, if the other end had seen the end of what came',
    [
      wrote('alice', connects, says('a'), finishes),
      wrote('station', accepts, isFinished),
    ],
    ['never read'],
  ],
  [
    'unknown, if the other end only ended what it says itself',
    [
      wrote('alice', connects, says('a'), isFinished),
      wrote('station', accepts, finishes),
    ],
    ['none yet'],
  ],
  [
    'unknown, if only the speaker has closed',
    [wrote('alice', connects, says('a'), closes), wrote('station', accepts)],
    ['none yet'],
  ],
  [
    'lost, if the other end reset the link',
    [wrote('alice', connects, says('a')), wrote('station', accepts, resets)],
    ['lost'],
  ],
  [
    'lost, if the speaker reset the link, and the other end only closed',
    [wrote('alice', connects, says('a'), resets), wrote('station', accepts, closes)],
    ['lost'],
  ],
  [
    'lost, if the other end saw the reset, and nothing else',
    [wrote('alice', connects, says('a')), wrote('station', accepts, isReset)],
    ['lost'],
  ],
  [
    'unknown, if only the speaker knows of the reset',
    [wrote('alice', connects, says('a'), resets), wrote('station', accepts)],
    ['none yet'],
  ],
  [
    'lost, if the other end notes that number as missing, and unknown for the rest',
    [wrote('alice', connects, first, second), wrote('station', accepts, misses(1))],
    ['lost', 'none yet'],
  ],
  [
    'lost for the number that is missing, and never read for the rest',
    [
      wrote('alice', connects, first, second),
      wrote('station', accepts, misses(2), closes),
    ],
    ['never read', 'lost'],
  ],
  [
    'received, for the number after one that is missing',
    [
      wrote('alice', connects, first, second),
      wrote('station', accepts, { ...hears('b'), nth: 2 }, misses(1)),
    ],
    ['lost', 'received'],
  ],
  [
    'unknown, if a number was received that another message has',
    [
      wrote('alice', connects, first),
      wrote('station', accepts, { ...rejects('b'), nth: 2 }),
    ],
    ['none yet'],
  ],
  [
    'unknown for what has no number, if something without a number is missing',
    [wrote('alice', connects, says('a')), wrote('station', accepts, misses())],
    ['none yet'],
  ],
];

const isUnheard = (fate: string) => fate !== 'received' && fate !== 'none yet';

describe('the fate of a message is', () => {
  it.each(cases)('%s', (_, files, fates) => {
    const { unheard } = judgeRecords('half-duplex', files).counts;
    const own = unheard.filter(({ seen }) => seen.log.end === 'alice');
    expect(own.map(({ fate }) => fate)).toEqual(fates.filter(isUnheard));
    const frames = matched(linesOf(files));
    expect(sentIn(frames).map(frame => fateOf(frame, frames))).toEqual(fates);
  });
});
