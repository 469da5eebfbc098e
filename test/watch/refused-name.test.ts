import { expect, it } from 'vitest';
import type { Observation } from '../../lib/trace/event.ts';
import { Matcher } from '../../lib/trace/match.ts';
import { SharedTrace } from '../../lib/watch/shared-trace.ts';

const seen = (
  what: Observation['what'],
  text: string,
  more: Partial<Observation> = {},
): Observation => ({
  what,
  by: what === 'sent' ? 'self' : 'peer',
  kind: 'message',
  text,
  ...more,
});
const said = (text: string, more?: Partial<Observation>) => seen('sent', text, more);
const heard = (text: string, kind: Observation['kind'] = 'message') =>
  seen('received', text, { kind });

it('joins what follows a name that the room has refused', () => {
  const trace = new SharedTrace(() => 0, 300);
  trace.watch(true);
  const [a, b] = [trace.room('a', true), trace.room('b', true)];
  trace.page('a', said('bob', { kind: 'control' }));
  a({ ...heard('bob', 'control'), what: 'refused', reason: 'no name' });
  trace.page('a', said('alice', { kind: 'control' }));
  a(heard('alice', 'control'));
  trace.page('a', said('Tea?'));
  a(heard('Tea?'));
  b(said('[alice] Tea?', { of: { link: 'a', nth: 2 } }));
  trace.page('b', heard('[alice] Tea?'));
  const matcher = new Matcher();
  const events = trace.flush();
  for (const event of events) matcher.add(event);
  const taken = events.filter(({ what }) => what === 'received');
  expect(taken.map(event => matcher.of(event)?.text)).toEqual([
    'alice',
    'Tea?',
    '[alice] Tea?',
  ]);
  expect(trace.counts).toMatchObject({ said: 1, heard: 1 });
});
