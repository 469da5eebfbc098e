import { expect, it } from 'vitest';
import type { TraceRecord } from '../../lib/trace/record.ts';
import { severalRuns } from '../../lib/trace/several-runs.ts';

/** A record of these links. `a<b`: what was sent on link a came from link b. */
const record = (name: string, ...links: string[]): TraceRecord => ({
  name,
  events: links.map((each, at) => {
    const [link = '', from] = each.split('<');
    const of = from === undefined ? {} : { of: { link: from, nth: 1 } };
    return { n: at + 1, at: 0, end: name, link, what: 'sent', by: 'self', ...of };
  }),
});

it('finds two runs that share no link, and names their records', () => {
  const tea = [record('alice', 'tea'), record('bob', 'tea')];
  const milk = [record('carol', 'milk'), record('dave', 'milk')];
  expect(severalRuns([...tea, ...milk])).toEqual([
    ['alice', 'bob'],
    ['carol', 'dave'],
  ]);
  expect(severalRuns(tea)).toBeUndefined();
});

it('takes runs for one if a record joins them, by a link or by where words came from', () => {
  const apart = [record('alice', 'tea'), record('bob', 'tea')];
  const others = [record('carol', 'milk'), record('dave', 'milk')];
  const all = [...apart, ...others];
  expect(severalRuns([...all, record('room', 'tea', 'milk')])).toBeUndefined();
  expect(severalRuns([...all, record('room', 'tea<milk')])).toBeUndefined();
});

it('lets a record be alone: it may only lack its other end', () => {
  const tea = [record('alice', 'tea'), record('bob', 'tea')];
  expect(severalRuns([...tea, record('carol', 'milk')])).toBeUndefined();
});
