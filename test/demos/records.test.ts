import { expect, it } from 'vitest';
import { RunError } from '../../lib/terminal/failure.ts';
import { checkLinks } from '../../lib/terminal/records.ts';
import type { TraceEvent } from '../../lib/trace/index.ts';

const record = (file: string, ...links: string[]) => ({
  file,
  events: links.map(
    (link): TraceEvent => ({
      what: 'opened',
      by: 'self',
      n: 1,
      at: 0,
      end: file,
      link,
    }),
  ),
});

it.each([
  ['one record', [record('a', '1')]],
  ['two ends of a link', [record('a', '1'), record('b', '1')]],
  [
    'a room and its members',
    [record('room', '1', '2'), record('a', '1'), record('b', '2')],
  ],
  ['a link that one end alone kept', [record('room', '1', '3'), record('a', '1')]],
  ['an empty record', [record('a', '1'), record('b')]],
])('joins %s', (_, records) => {
  expect(() => checkLinks(records)).not.toThrow();
});

it.each([
  ['these records share no link', [record('a', '1'), record('b', '2')]],
  [
    'these records share no link',
    [record('a', '1'), record('b', '2'), record('c', '3')],
  ],
  [
    'c shares no link with the others',
    [record('a', '1'), record('b', '1'), record('c', '3')],
  ],
])('says: %s', (says, records) => {
  expect(() => checkLinks(records)).toThrow(RunError);
  expect(() => checkLinks(records)).toThrow(`${says}: give records of one run`);
});
