import { describe, expect, it } from 'vitest';
import { drawLadder } from '../../demos/websocket/page/ladder.ts';
import { type Company, lanesOf, others } from '../../demos/websocket/page/lanes.ts';
import { layoutOf } from '../../demos/websocket/page/layout.ts';
import { LiveRecord } from '../../demos/websocket/page/live-record.ts';
import { rowsOf } from '../../demos/websocket/page/rows.ts';
import { markup } from '../../lib/view/export/svg-shape.ts';
import { message, people, update } from './recorded.ts';

const hub = 'the room';
const all = Array.from({ length: 15 }, (_, at) => `m${at + 1}`);
const lanes = (company: Partial<Company>, most: number) =>
  lanesOf({ here: [], seen: [], spoke: [], me: 'm1', hub, ...company }, most);

describe('the lanes', () => {
  it.each([
    [['m1'], ['m1', hub]],
    [
      ['m1', 'm2'],
      ['m1', hub, 'm2'],
    ],
    [
      ['m1', 'm2', 'm3', 'm4'],
      ['m1', 'm2', hub, 'm3', 'm4'],
    ],
  ])('of %j are %j', (here, names) => expect(lanes({ here }, 9).names).toEqual(names));

  it('of those who left are one, and theirs no more', () => {
    const { names, laneOf, folded } = lanes(
      { here: ['m1'], seen: ['m1', hub, 'm2', 'm3'] },
      9,
    );
    expect(names).toEqual(['m1', hub, others]);
    expect([laneOf('m2'), laneOf('m1'), laneOf(hub)]).toEqual([others, 'm1', hub]);
    expect(folded).toEqual(['m2', 'm3']);
  });

  it('are no more than fit: mine, and those who spoke last', () => {
    const { names, folded } = lanes({ here: all, spoke: ['m9', 'm3', 'm12'] }, 6);
    expect(names).toEqual(['m1', 'm3', hub, 'm9', 'm12', others]);
    expect(folded).toHaveLength(11);
  });

  it.each([3, 4, 7, 16, 40])('are never more than %i, and nobody is lost', most => {
    const { names, folded } = lanes({ here: all, seen: [hub, 'gone'] }, most);
    expect(names.length).toBeLessThanOrEqual(most);
    const own = names.filter(name => name !== hub && name !== others);
    expect([...own, ...folded].toSorted()).toEqual([...all, 'gone'].toSorted());
  });
});

describe('the rows', () => {
  const events = message('hi', { n: 1, nth: 1, from: 1, to: [2, 3, 4] });
  const rows = (list = events) => [
    ...rowsOf(
      list.map(event => (event.end === 'room' ? { ...event, end: hub } : event)),
      hub,
    ).values(),
  ];

  it('of one message to three are four', () => {
    expect(rows()).toEqual([0, 1, 2, 2, 2, 3, 3, 3]);
  });

  it('of the same words, said twice, are not one', () => {
    const again = message('hi', { n: 9, nth: 2, from: 1, to: [2, 3, 4] });
    const heard = [...events.slice(5), ...again.slice(5)];
    expect(rows(heard)).toEqual([0, 0, 0, 1, 1, 1]);
  });
});

it('15 people are a picture of a few rows on a phone too', () => {
  const record = new LiveRecord();
  const to = all.map((_, at) => at + 1).slice(1);
  const events = message('Hello', { n: 1, nth: 1, from: 1, to });
  record.take(update(events, { people: people(...all) }));
  const layout = layoutOf(record, { width: 300, me: 'm1' });
  expect(layout.lanes.names).toEqual(['m1', hub, others]);
  expect(layout.plan.height).toBeLessThan(140);
  const numbers = drawLadder(layout, record)
    .map(markup)
    .join('')
    .match(/>\d+–\d+</g);
  expect(numbers).toEqual(['>3–16<', '>17–30<']);
});
