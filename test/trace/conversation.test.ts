import { describe, expect, it } from 'vitest';
import type { Heard } from '../../lib/trace/conversation.ts';
import { logsOf } from '../../lib/trace/end-log.ts';
import { type History, historyOf } from '../../lib/trace/history.ts';
import { judgeRecords } from '../../lib/trace/verdict.ts';
import { Run } from '../view/run.ts';
import {
  accepts,
  closes,
  connects,
  filesOf,
  hears,
  rejects,
  says,
  wrote,
} from './finding.ts';
import { numbered } from './history.ts';
import { refer } from './reference/judge.ts';
import type { Event, File } from './reference/line.ts';

const historyIn = (files: readonly File[]): History => historyOf(logsOf(files).logs);

const shown = ({ from, to, sent, received }: Heard) =>
  `${from} ${sent.event.n} > ${to} ${received.event.n}`;

/** Each conversation: who called whom, and what was heard. */
const conversationsIn = (files: readonly File[]) =>
  historyIn(files).conversations.map(({ caller, callee, heard }) => [
    `${caller}, ${callee}`,
    ...heard.map(shown),
  ]);

describe('a conversation over one link', () => {
  it.each<[string, File[]]>([
    ['the caller', [wrote('alice', connects), wrote('station', hears('a'))]],
    ['the called end', [wrote('alice', says('a')), wrote('station', accepts)]],
    [
      'the caller, and its file comes last',
      [wrote('station', hears('a')), wrote('alice', connects)],
    ],
    [
      'the called end, and its file comes last',
      [wrote('station', accepts), wrote('alice', says('a'))],
    ],
  ])('knows its caller if only one end recorded the opening: %s', (_, files) => {
    expect(historyIn(files).conversations).toMatchObject([
      { caller: 'alice', callee: 'station' },
    ]);
  });

  it('has what one end heard, if only that end kept a record, from the middle on', () => {
    const files = [wrote('station', hears('a'), says('b'))];
    expect(conversationsIn(files)).toEqual([
      ['station, the other end', 'the other end 1 > station 1'],
    ]);
    expect(judgeRecords('half-duplex', files).result).toBe('undecided');
    expect(refer(files)('half-duplex')).toBe('undecided');
  });

  it('has nothing that the only record calls rejected', () => {
    const files = [wrote('station', accepts, rejects('a'), closes)];
    expect(conversationsIn(files)).toEqual([['the other end, station']]);
    expect(judgeRecords('simplex', files)).toMatchObject({
      result: 'undecided',
      counts: { heard: 0, said: 0 },
    });
    expect(refer(files)('simplex')).toBe('undecided');
  });
});

const relayed = (): Run => new Run().connect('alice', 'room').connect('bob', 'room');

describe('the conversations through a relay', () => {
  it('have what the relay says itself, if it is a message', () => {
    const run = relayed();
    const tea = run.send('alice', 'room', 'Tea?');
    run.hear(tea).hear(run.relay(tea, 'bob'));
    run.say('room', 'bob', 'Welcome').say('room', 'bob', '* alice', 'notice');
    expect(conversationsIn(filesOf(run))).toEqual([
      ['alice, bob', 'alice 2 > bob 2'],
      ['room, bob', 'room 5 > bob 3'],
    ]);
  });

  it('do not have what comes back to its author', () => {
    const run = relayed();
    const tea = run.send('alice', 'room', 'Tea?');
    run.hear(tea).hear(run.relay(tea, 'bob')).hear(run.relay(tea, 'alice'));
    const files = filesOf(run);
    expect(conversationsIn(files)).toEqual([['alice, bob', 'alice 2 > bob 2']]);
    for (const mode of ['simplex', 'half-duplex', 'full-duplex'] as const)
      expect(judgeRecords(mode, files).result).toBe(refer(files)(mode));
  });

  it('do not have what was passed on from nowhere', () => {
    const run = relayed();
    const tea = run.send('alice', 'room', 'Tea?');
    run.hear(run.relay(tea, 'bob'));
    const files = filesOf(run);
    expect(conversationsIn(files)).toEqual([]);
    expect(judgeRecords('simplex', files)).toMatchObject({
      result: 'undecided',
      counts: { heard: 0, said: 0 },
    });
    expect(refer(files)('simplex')).toBe('undecided');
  });
});

/** Alice's word reaches bob twice by datagrams: as the room's first to him, and as its second. */
function twice(...arrivals: readonly number[]): File[] {
  const word = { kind: 'message', text: 'Tea?' } as const;
  const of = { link: 'alice>room', nth: 1 };
  const end = (
    name: string,
    events: readonly Omit<Event, 'n' | 'at' | 'end'>[],
  ): File => ({
    name,
    events: numbered(events.map(event => ({ ...event, end: name }))),
  });
  const sent = { what: 'sent', by: 'self', ...word } as const;
  const received = { what: 'received', by: 'peer', ...word } as const;
  return [
    end('alice', [
      { ...connects, link: 'alice>room' },
      { ...sent, link: 'alice>room' },
    ]),
    end('room', [
      { ...accepts, role: 'relay', link: 'alice>room' },
      { ...accepts, role: 'relay', link: 'bob>room' },
      { ...received, link: 'alice>room' },
      { ...sent, of, nth: 1, link: 'bob>room' },
      { ...sent, of, nth: 2, link: 'bob>room' },
    ]),
    end('bob', [
      { ...connects, link: 'bob>room' },
      ...arrivals.map(nth => ({ ...received, nth, link: 'bob>room' })),
    ]),
  ];
}

describe('a message that arrives twice', () => {
  it.each([[[1, 2]], [[2, 1]]])(
    'was heard when it arrived first: numbers %j',
    numbers => {
      expect(conversationsIn(twice(...numbers))).toEqual([
        ['alice, bob', 'alice 2 > bob 2'],
      ]);
    },
  );
});
