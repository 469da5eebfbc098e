import { describe, expect, it } from 'vitest';
import { Contradiction } from '../../lib/trace/contradiction.ts';
import { judgeRecords } from '../../lib/trace/verdict.ts';
import {
  accepts,
  closes,
  connects,
  finishes,
  hears,
  isCutOff,
  isFinished,
  isReset,
  rejects,
  resets,
  says,
  wrote,
} from './finding.ts';
import { refer } from './reference/judge.ts';
import type { File } from './reference/line.ts';

const long = 'x'.repeat(80);

const called = wrote('station', accepts);

const contradictions: [string, files: File[], sentence: string][] = [
  [
    'a link has three ends',
    [wrote('alice', connects), called, wrote('bob', accepts)],
    '3 ends are on the link alice>station: alice, station, bob',
  ],
  [
    'one end called, and was called',
    [wrote('alice', connects, resets, connects, resets, accepts)],
    'alice opened 1 as one side, and alice opened 5 as the other',
  ],
  [
    'both ends called',
    [wrote('alice', connects), wrote('station', connects)],
    'alice opened (alice 1), the station opened (station 1): both say that they called (is one file given twice?)',
  ],
  [
    'both ends were called',
    [wrote('alice', accepts), called],
    'alice opened (alice 1), the station opened (station 1): both were called (is one file given twice?)',
  ],
  [
    'an end says something after the link has closed',
    [wrote('alice', connects, closes, says('a'))],
    'alice sent 2, after the end of its link',
  ],
  [
    'the same in a record that begins with the close',
    [wrote('alice', closes, says('a'))],
    'alice sent 1, after the end of its link',
  ],
  [
    'an end says something after its own FIN',
    [wrote('alice', connects, finishes, says('a'))],
    'alice sent 3, after the FIN at 2',
  ],
  [
    'an end hears something after the FIN of the other',
    [wrote('station', accepts, hears('a'), isFinished, hears('b'))],
    'the station received 4, after the FIN at 3',
  ],
  [
    'two messages have one number',
    [wrote('alice', connects, { ...says('a'), nth: 1 }, { ...says('b'), nth: 1 })],
    'alice sent 2 and alice sent 3 as one message',
  ],
  [
    'one number was received twice',
    [wrote('station', accepts, { ...hears('a'), nth: 1 }, { ...hears('a'), nth: 1 })],
    'the station received 2 and the station received 3, which are one message',
  ],
  [
    'one number was rejected, and then received twice',
    [
      wrote(
        'station',
        accepts,
        { ...rejects('a'), nth: 1 },
        { ...hears('a'), nth: 1 },
        { ...hears('a'), nth: 1 },
      ),
    ],
    'the station received 3 and the station received 4, which are one message',
  ],
  [
    'another text was heard than was said',
    [wrote('alice', connects, says('a')), wrote('station', accepts, hears('b'))],
    'alice sent (alice 2) with text "a", the station received (station 2) with "b"',
  ],
  [
    'another text, of which the sentence shows 60 characters',
    [wrote('alice', connects, says(long)), wrote('station', accepts, hears('b'))],
    `alice sent (alice 2) with text "${'x'.repeat(59)}, the station received (station 2) with "b"`,
  ],
  [
    'more bytes were heard than were said',
    [
      wrote('alice', connects, { ...says('a'), size: 2 }),
      wrote('station', accepts, { ...hears('a'), size: 3 }),
    ],
    'alice sent (alice 2) with size 2, the station received (station 2) with 3',
  ],
  [
    'a notice was heard as a message',
    [
      wrote('alice', connects, { ...says('a'), kind: 'notice' }),
      wrote('station', accepts, hears('a')),
    ],
    'alice sent (alice 2) with kind "notice", the station received (station 2) with "message"',
  ],
  [
    'the end was seen before an answer that was heard before the end',
    [
      wrote('alice', connects, hears('a'), finishes),
      wrote('station', accepts, isFinished, says('a')),
    ],
    'alice received (alice 2) before its cause: the station sent (station 3) later than that',
  ],
  [
    'the same, and the file of the other end comes first',
    [
      wrote('station', accepts, isFinished, says('a')),
      wrote('alice', connects, hears('a'), finishes),
    ],
    'the station ended (station 2) before its cause: alice ended (alice 3) later than that',
  ],
  [
    'the same, and the called end ended',
    [
      wrote('alice', connects, isFinished, says('a')),
      wrote('station', accepts, hears('a'), finishes),
    ],
    'alice ended (alice 2) before its cause: the station ended (station 3) later than that',
  ],
  [
    'the reset was seen before an answer that was heard before the reset',
    [
      wrote('alice', connects, isReset, says('a')),
      wrote('station', accepts, hears('a'), resets),
    ],
    'alice reset (alice 2) before its cause: the station reset (station 3) later than that',
  ],
  [
    'a frame was cut off before an answer that was heard before the end',
    [
      wrote('alice', connects, isCutOff, says('a')),
      wrote('station', accepts, hears('a'), finishes),
    ],
    'alice rejected (alice 2) before its cause: the station ended (station 3) later than that',
  ],
];

describe('records contradict each other if', () => {
  it.each(contradictions)('%s', (_, files, sentence) => {
    expect(() => judgeRecords('full-duplex', files)).toThrow(
      new Contradiction(sentence),
    );
    expect(refer(files)('full-duplex')).toBe('contradiction');
  });
});
