import { expect, it } from 'vitest';
import { judgeRecords } from '../../lib/trace/verdict.ts';
import {
  accepts,
  closes,
  connects,
  finishes,
  hears,
  isCutOff,
  isFinished,
  rejects,
  says,
  wrote,
} from './finding.ts';
import { refer } from './reference/judge.ts';
import type { File } from './reference/line.ts';

const { text: _, ...saysSomething } = says('');
const { text: __, ...hearsSomething } = hears('');

it.each<[string, File[]]>([
  [
    'the sender leaves out what the other end wrote',
    [wrote('alice', connects, saysSomething), wrote('station', accepts, hears('a'))],
  ],
  [
    'the other end leaves out what the sender wrote',
    [wrote('alice', connects, says('a')), wrote('station', accepts, hearsSomething)],
  ],
  [
    'a frame that was rejected was read otherwise',
    [wrote('alice', connects, says('a')), wrote('station', accepts, rejects('b'))],
  ],
  [
    'a number is rejected again and again',
    [
      wrote(
        'station',
        accepts,
        { ...hears('a'), nth: 1 },
        { ...rejects('a'), nth: 1 },
        { ...rejects('a'), nth: 1 },
      ),
    ],
  ],
  [
    'the name of a link that has closed is used again',
    [wrote('alice', connects, closes, connects, says('a'))],
  ],
  [
    'each end goes on after the FIN of the other, or its own',
    [wrote('alice', connects, isFinished, says('a'), finishes, rejects('b'))],
  ],
  [
    'a frame is cut off by the end, or a datagram overtaken by it',
    [
      wrote(
        'station',
        accepts,
        { ...says('a'), nth: 1 },
        finishes,
        { ...says('b'), nth: 2 },
        isFinished,
        isCutOff,
        { ...hears('c'), nth: 1 },
      ),
    ],
  ],
  [
    'a loss is noted after the close',
    [wrote('station', accepts, closes, { what: 'lost', by: 'peer', nth: 1 })],
  ],
  [
    'a reason to reject is noted with what was received before the end',
    [
      wrote('alice', connects, { ...hears('a'), reason: isCutOff.reason }, says('b')),
      wrote('station', accepts, says('a'), hears('b'), finishes),
    ],
  ],
])('records do not contradict each other if %s', (_, files) => {
  expect(judgeRecords('full-duplex', files).result).toBe('undecided');
  expect(refer(files)('full-duplex')).toBe('undecided');
});
