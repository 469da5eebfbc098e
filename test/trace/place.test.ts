import { describe, expect, it } from 'vitest';
import { logsOf } from '../../lib/trace/end-log.ts';
import { historyOf } from '../../lib/trace/history.ts';
import {
  accepts,
  connects,
  finishes,
  hears,
  isCutOff,
  isFinished,
  isReset,
  resets,
  says,
  wrote,
} from './finding.ts';
import { numbered } from './history.ts';
import type { Event, File } from './reference/line.ts';

/** The one order in which the events of all files are put. */
function orderOf(files: readonly File[]): string[] {
  const { logs } = logsOf(files);
  historyOf(logs);
  return [...logs.values()]
    .flatMap(({ seen }) => seen)
    .sort((one, other) => one.place - other.place)
    .map(({ event: { what, by, text }, log }) => `${log.end} ${what} ${text ?? by}`);
}

describe('the place of each event', () => {
  it.each<[string, Pick<Event, 'what' | 'by'>, Pick<Event, 'what' | 'by'>]>([
    ['an end', finishes, isFinished],
    ['a reset', resets, isReset],
  ])(
    'is the one that it has in a record in which no effect comes before its cause: %s',
    (_, done, seen) => {
      const link = 'alice>station';
      const events = numbered([
        { ...accepts, end: 'station', link },
        { ...connects, end: 'alice', link },
        { ...done, end: 'alice', link },
        { ...seen, end: 'station', link },
      ]);
      const { logs } = logsOf([{ name: 'whole', events }]);
      historyOf(logs);
      const places = [...logs.values()].flatMap(({ seen }) =>
        seen.map(({ place }) => place),
      );
      expect(places).toEqual([1, 4, 2, 3]);
    },
  );

  it('begins with the end whose name is first, in whatever order the files are given', () => {
    const files = [
      wrote('carol', connects, hears('from bob')),
      wrote('bob', accepts, says('from bob')),
      {
        name: 'alice',
        events: wrote('alice', connects).events.map(event => ({
          ...event,
          link: 'other',
        })),
      },
    ];
    const order = [
      'alice opened self',
      'bob opened peer',
      'bob sent from bob',
      'carol opened self',
      'carol received from bob',
    ];
    expect(orderOf(files)).toEqual(order);
    expect(orderOf(files.toReversed())).toEqual(order);
  });

  it('goes on where an end waited for a word', () => {
    expect(
      orderOf([
        wrote('alice', connects, hears('Yes?'), says('Tea?')),
        wrote('station', accepts, says('Yes?'), hears('Tea?')),
      ]),
    ).toEqual([
      'alice opened self',
      'station opened peer',
      'station sent Yes?',
      'alice received Yes?',
      'alice sent Tea?',
      'station received Tea?',
    ]);
  });

  it.each<
    [
      string,
      Omit<Event, 'n' | 'at' | 'end' | 'link'>[],
      Omit<Event, 'n' | 'at' | 'end' | 'link'>[],
    ]
  >([
    ['a FIN', [finishes], [isFinished]],
    ['a FIN that cuts off a frame', [finishes], [isCutOff, isFinished]],
    ['a FIN that only a frame shows', [finishes], [isCutOff]],
    ['a reset', [resets], [isReset]],
  ])(
    'of what shows %s is after it, from the caller and to the caller',
    (_, done, seen) => {
      const told = (who: string, events: readonly Pick<Event, 'what' | 'by'>[]) =>
        events.map(({ what, by }) => `${who} ${what} ${by}`);
      expect(
        orderOf([wrote('alice', connects, ...seen), wrote('bob', accepts, ...done)]),
      ).toEqual([
        'alice opened self',
        ...told('bob', [accepts, ...done]),
        ...told('alice', seen),
      ]);
      expect(
        orderOf([wrote('alice', accepts, ...seen), wrote('bob', connects, ...done)]),
      ).toEqual([
        'alice opened peer',
        ...told('bob', [connects, ...done]),
        ...told('alice', seen),
      ]);
    },
  );
});
