import { type Judge, refer } from './judge.ts';
import type { Event, File } from './line.ts';

type Oracle = (files: readonly File[]) => Judge;

/** An oracle that is wrong, and what shows it: the truth about true runs, or the reference on altered ones. */
export interface WrongOracle {
  readonly name: string;
  readonly by: 'truth' | 'reference';
  readonly oracle: Oracle;
}

/** Answers by what the reference says of other events than these. */
const reads =
  (how: (event: Event, index: number, events: readonly Event[]) => Event[]): Oracle =>
  files =>
    refer(files.map(({ name, events }) => ({ name, events: events.flatMap(how) })));

const isRelayed = (files: readonly File[]): boolean =>
  files.some(({ events }) => events.some(({ role, of }) => role ?? of));

export const wrongOracles: readonly WrongOracle[] = [
  {
    name: 'A1: simplex cannot be violated through a relay',
    by: 'truth',
    oracle: files => (mode, rules) => {
      const answer = refer(files)(mode, rules);
      return mode === 'simplex' && isRelayed(files) && answer === 'violated'
        ? 'kept'
        : answer;
    },
  },
  {
    name: 'A2: records that contradict each other are acquitted',
    by: 'reference',
    oracle: files => (mode, rules) => {
      const answer = refer(files)(mode, rules);
      return answer === 'contradiction' ? 'kept' : answer;
    },
  },
  {
    name: 'A3: an address that is used again is the same link',
    by: 'truth',
    oracle: reads((event, index, events) => {
      const isAgain = events
        .slice(0, index)
        .some(({ end, link }) => end === event.end && link === event.link);
      return event.what === 'opened' && isAgain
        ? [{ ...event, what: 'chunk' }]
        : [event];
    }),
  },
  {
    name: 'A4: a record that begins late is judged',
    by: 'reference',
    oracle: files =>
      refer(files.map(({ name, events }) => ({ name, events: renumbered(events) }))),
  },
  {
    name: 'A4: a record that stops early is judged',
    by: 'reference',
    oracle: files =>
      refer(files.map(({ name, events }) => ({ name, events: closed(events) }))),
  },
  {
    name: 'A9: what a relay took in was heard',
    by: 'truth',
    oracle: reads(({ role: _, of: __, ...event }) => [event]),
  },
  {
    name: 'A10: the speaker alone says what is a message',
    by: 'reference',
    oracle: reads(({ kind, ...event }) => [
      event.what === 'sent' && kind ? { ...event, kind } : event,
    ]),
  },
  {
    name: 'datagrams arrive in the order in which they were sent',
    by: 'truth',
    oracle: reads(({ nth: _, ...event }) => [event]),
  },
  {
    name: 'what was rejected was heard',
    by: 'truth',
    oracle: reads(event => [
      event.what === 'refused' && event.reason !== 'a repeat'
        ? { ...event, what: 'received' }
        : event,
    ]),
  },
  {
    name: 'the caller may speak, whatever end was named',
    by: 'truth',
    oracle:
      files =>
      (mode, { from: _, ...rules } = {}) =>
        refer(files)(mode, rules),
  },
];

/** As if nothing were missing. */
const renumbered = (events: readonly Event[]): Event[] => {
  let last = 0;
  return events.map(event => ({ ...event, n: event.n > 0 ? ++last : 0 }));
};

/** As if every end had closed its links. */
function closed(events: readonly Event[]): Event[] {
  const open = new Map<string, Event>();
  for (const event of events) {
    const key = `${event.end} ${event.link}`;
    if (event.what === 'closed') open.delete(key);
    else open.set(key, event);
  }
  return [
    ...events,
    ...[...open.values()].map(({ end, link, at }): Event => {
      return { n: 0, at, end, link, what: 'closed', by: 'self' };
    }),
  ];
}
