import { describe, expect, it } from 'vitest';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judge, judgeRecords } from '../../lib/trace/verdict.ts';
import { Run } from '../view/run.ts';
import {
  accepts,
  closes,
  connects,
  fileOf,
  filesOf,
  hears,
  isReset,
  rejects,
  resets,
  says,
  wrote,
} from './finding.ts';
import type { File } from './reference/line.ts';
import { answered, call, eager, question } from './runs.ts';

/** The files of these records, all on one link unless they are renamed. */
const renamed = ({ name, events }: File, link: string): File => ({
  name,
  events: events.map(event => ({ ...event, link })),
});

const without = (files: readonly File[], name: string, ...numbers: number[]): File[] =>
  files.map(file =>
    file.name === name
      ? { name, events: file.events.filter(({ n }) => !numbers.includes(n)) }
      : file,
  );

const notice = { ...says('* Hi'), kind: 'notice' } as const;
const inTransit = [wrote('alice', connects, says('a')), wrote('station', accepts)];

describe('a verdict is undecided', () => {
  it.each<[Mode, string, readonly File[]]>([
    [
      'half-duplex',
      'number 2 is missing in alice',
      without(filesOf(answered()), 'alice', 2),
    ],
    [
      'half-duplex',
      'numbers 2 to 3 are missing in station',
      without(filesOf(answered().say('alice', 'station', 'Good')), 'station', 2, 3),
    ],
    [
      'half-duplex',
      'number 2 is missing in alice',
      without(filesOf(answered().say('alice', 'station', 'Good')), 'alice', 2, 4),
    ],
    [
      'half-duplex',
      "alice's record begins in the middle of the link",
      [wrote('alice', says('a')), wrote('station', accepts, hears('a'))],
    ],
    [
      'half-duplex',
      "the station's record begins in the middle of the link",
      [wrote('alice', connects, says('a')), wrote('station', hears('a'))],
    ],
    [
      'half-duplex',
      'alice and the station do not agree on how often alice>station was used',
      [
        wrote('alice', connects, says('a'), resets),
        wrote('station', accepts, hears('a'), isReset, accepts),
      ],
    ],
    [
      'half-duplex',
      "no record says what became of alice 2: the station's record stops too early",
      inTransit,
    ],
    [
      'half-duplex',
      "no record says what became of station 2: alice's record stops too early",
      [wrote('alice', connects), wrote('station', accepts, says('a'))],
    ],
    [
      'half-duplex',
      "the station received (station 2), which alice's record does not have",
      [wrote('alice', connects), wrote('station', accepts, hears('a'), closes)],
    ],
    [
      'half-duplex',
      "alice's record begins in the middle of the link",
      [wrote('alice', closes), wrote('station', accepts, hears('a'))],
    ],
    [
      'half-duplex',
      'these records share no link; give those of one run, whose ends talked directly, not through npm run tap',
      [
        ...fileOf('alice', answered()),
        ...fileOf('station', answered()).map(file => renamed(file, 'proxy>station')),
      ],
    ],
    [
      'half-duplex',
      "only carol's record is here; add the other end's",
      [
        ...filesOf(answered()),
        renamed({ ...wrote('carol', connects, says('a')) }, 'carol>station'),
      ].map(({ name, events }) => ({
        name,
        events: events.map(event => ({ ...event, end: name })),
      })),
    ],
    [
      'half-duplex',
      "only carol's record is here; add the other end's",
      [...inTransit, renamed(wrote('carol', connects), 'carol>station')],
    ],
    [
      'half-duplex',
      'only the station was heard, so nobody could break a turn',
      filesOf(call().say('station', 'alice', '220', 'message')),
    ],
    ['half-duplex', 'no message was heard', filesOf(call())],
  ])('in %s, because %s', (mode, why, files) => {
    const options = { turns: 'free' } as const;
    expect(judgeRecords(mode, files, options)).toMatchObject({
      result: 'undecided',
      why,
    });
  });

  it('only by messages: a notice that is still on its way leaves nothing open', () => {
    const files = [
      wrote('alice', connects, says('a'), closes),
      wrote('station', accepts, hears('a'), notice, closes),
    ];
    expect(judgeRecords('simplex', files).why).toBe(
      'the station sent (station 3): simplex sends nothing back',
    );
  });

  it('not by a word that was refused and that nobody says to have sent', () => {
    const files = [
      wrote('alice', connects, says('a'), closes),
      wrote('station', accepts, hears('a'), rejects('?'), closes),
    ];
    expect(judgeRecords('simplex', files)).toMatchObject({
      result: 'kept',
      complete: true,
    });
  });

  it('and has no counts, if a number is missing', () => {
    const files = without(filesOf(eager()), 'alice', 2);
    expect(judgeRecords('full-duplex', files)).toMatchObject({
      complete: false,
      counts: { heard: 0, crossings: 0, unheard: [] },
    });
  });
});

describe('the end that may speak', () => {
  it('must be in a record', () => {
    const ask = (run: Run) => () => judge('simplex', run.events, { from: 'bob' });
    expect(ask(question())).toThrow(
      'no record is from "bob": there are alice, station',
    );
    expect(ask(new Run())).toThrow('no record is from "bob": there are none');
  });

  it('must be so also if the records have a gap', () => {
    const files = without(filesOf(answered()), 'alice', 2);
    expect(() => judgeRecords('simplex', files, { from: 'bob' })).toThrow(
      'no record is from "bob": there are alice, station',
    );
  });
});
