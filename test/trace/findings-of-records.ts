import {
  accepts,
  closes,
  connects,
  type Finding,
  fileOf,
  filesOf,
  hears,
  isReset,
  rejects,
  resets,
  says,
  wrote,
} from './finding.ts';
import type { Event, File } from './reference/line.ts';
import { answered, eager } from './runs.ts';

const nobodyListens = wrote('alice', connects, says('Hello?'));
const exchangeAlone: File = wrote(
  'exchange',
  { ...accepts, role: 'relay' },
  hears('Hello?'),
);

const callsAgain = wrote(
  'alice',
  connects,
  says('m1'),
  resets,
  connects,
  says('m2'),
  hears('a2'),
  closes,
);

const answersAgain = [accepts, hears('m2'), says('a2'), closes];

/** Two of a number, over a link that numbers what it carries. */
const numberedCall = (
  ...heard: readonly Omit<Event, 'n' | 'at' | 'end' | 'link'>[]
) => [
  wrote('alice', connects, { ...says('a'), nth: 1 }, { ...says('b'), nth: 2 }, closes),
  wrote('station', accepts, ...heard, closes),
];

/** What records hold, and what they leave out. */
export const findingsOfRecords: readonly Finding[] = [
  {
    name: 'A2: each was heard before it was said',
    files: [
      wrote('alice', connects, says('m0'), hears('n'), says('m')),
      wrote('station', accepts, hears('m0'), hears('m'), says('n')),
    ],
    right: [['half-duplex', 'contradiction']],
  },
  {
    name: 'A2: the station was given twice, and proved itself',
    files: [...fileOf('station', answered()), ...fileOf('station', answered())],
    right: [['half-duplex', 'contradiction']],
  },
  {
    name: 'A2: the caller was given twice, and was convicted',
    files: [...fileOf('alice', answered()), ...fileOf('alice', answered())],
    right: [['half-duplex', 'contradiction']],
  },
  {
    name: 'A3: the turn of a call that was reset was taken over by the next from the same address',
    files: [
      callsAgain,
      wrote('station', accepts, hears('m1'), isReset, ...answersAgain),
    ],
    right: [
      ['half-duplex', 'kept'],
      ['simplex', 'violated'],
    ],
  },
  {
    name: 'A3: what the first call lost is not what the second heard',
    files: [callsAgain, wrote('station', accepts, isReset, ...answersAgain)],
    right: [['half-duplex', 'kept']],
  },
  {
    name: 'A4: both records begin in the middle',
    files: [
      wrote('alice', hears('a1'), says('m2')),
      wrote('station', says('a1'), hears('m2')),
    ],
    right: [['half-duplex', 'undecided']],
  },
  {
    name: 'A4: one record begins in the middle',
    files: filesOf(answered()).map((file, index) =>
      index === 1 ? { ...file, events: file.events.slice(1) } : file,
    ),
    right: [['half-duplex', 'undecided']],
  },
  {
    name: 'A4: one record stops before the word that broke the turn was heard',
    files: filesOf(eager()).map(file =>
      file.name === 'station' ? { ...file, events: file.events.slice(0, 3) } : file,
    ),
    right: [
      ['half-duplex', 'undecided'],
      ['half-duplex', 'undecided', { turns: 'free' }],
    ],
  },
  {
    name: 'A9: a word that nobody was there to hear is not heard',
    files: [nobodyListens, exchangeAlone],
    right: [
      ['simplex', 'undecided'],
      ['half-duplex', 'undecided'],
      ['full-duplex', 'undecided'],
    ],
  },
  {
    name: 'A9: a repeat is neither heard nor unheard',
    files: numberedCall(
      { ...hears('a'), nth: 1 },
      { ...rejects('a'), nth: 1 },
      { ...hears('b'), nth: 2 },
    ),
    right: [['simplex', 'kept']],
  },
  {
    name: 'A9: what was lost is accounted for',
    files: numberedCall({ ...hears('b'), nth: 2 }),
    right: [['simplex', 'kept']],
  },
  {
    name: 'A9: what was said to a busy line was never read',
    files: [wrote('bob', connects, says('Hello?')), wrote('station', accepts, closes)],
    right: [['simplex', 'undecided']],
  },
  {
    name: 'A16: behind a proxy the two records have no link in common',
    files: [
      ...fileOf('alice', answered()),
      ...fileOf('station', answered()).map(({ name, events }) => ({
        name,
        events: events.map(event => ({ ...event, link: 'proxy>station' })),
      })),
    ],
    right: [['half-duplex', 'undecided']],
  },
  {
    name: 'A17: nothing at all was recorded',
    files: [{ name: 'empty', events: [] }],
    right: [
      ['simplex', 'undecided'],
      ['half-duplex', 'undecided'],
      ['full-duplex', 'undecided'],
    ],
  },
  {
    name: 'a link that one end reset: the other may have heard more than its record has',
    files: [
      wrote('alice', connects, says('a'), says('b'), resets),
      wrote('station', accepts, hears('a')),
    ],
    right: [['simplex', 'undecided']],
  },
  {
    name: 'a second call that only one end knows: it is not a call of which one end kept a record',
    files: [
      wrote('alice', connects, says('a'), resets),
      wrote('station', accepts, hears('a'), isReset, accepts, hears('b'), hears('c')),
    ],
    right: [['half-duplex', 'undecided']],
  },
  {
    name: 'a number that was rejected and then received: it was heard, and cannot be left out',
    files: [
      wrote('alice', connects, { ...says('a'), nth: 1 }, { ...says('b'), nth: 2 }),
      wrote(
        'station',
        accepts,
        { ...hears('b'), nth: 2 },
        { ...rejects('a'), nth: 1 },
        { ...hears('a'), nth: 1 },
      ),
    ],
    right: [['simplex', 'undecided']],
  },
  {
    name: 'a record with a hole: what it says of the rest would be one off',
    files: filesOf(answered().say('alice', 'station', 'Bye')).map((file, index) =>
      index === 0 ? { ...file, events: file.events.toSpliced(1, 1) } : file,
    ),
    right: [['half-duplex', 'undecided']],
  },
];
