import { expect, it } from 'vitest';
import { allClosed } from '../../lib/trace/all-closed.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { call } from './runs.ts';

const { events } = call();
const [alice, station] = events as [TraceEvent, TraceEvent];
const closed = ({ end, link }: TraceEvent) =>
  ({ n: 0, at: 2, end, link, what: 'closed', by: 'self' }) as const;

it('closes each link that an end left open, when the last event happened', () => {
  expect(allClosed(events)).toEqual([...events, closed(alice), closed(station)]);
  expect(allClosed([])).toEqual([]);
});

it('closes nothing twice, but closes a link that was opened again', () => {
  const one = [...events, closed(alice)];
  expect(allClosed(one)).toEqual([...one, closed(station)]);
  const again = [...one, alice];
  expect(allClosed(again).slice(again.length)).toHaveLength(2);
});
