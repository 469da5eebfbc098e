import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff } from '../../demos/websocket/page/back-off.ts';
import { hereAfter, isAboutPeople } from '../../demos/websocket/page/here.ts';
import { LivePicture } from '../../demos/websocket/page/live-picture.ts';
import { Outbox } from '../../demos/websocket/page/outbox.ts';

describe('backOff', () => {
  it('doubles from half a second to half a minute', () => {
    const waits = [0, 1, 2, 5, 6, 7, 1_000].map(attempt => backOff(attempt, 0));
    expect(waits).toEqual([500, 1_000, 2_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('subtracts up to half of it, at random', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, chance) => {
          const most = backOff(n, 0);
          expect(backOff(n, chance)).toBeLessThanOrEqual(most);
          expect(backOff(n, chance)).toBeGreaterThanOrEqual(most / 2);
        },
      ),
    );
    expect(backOff(3, 0.1)).not.toBe(backOff(3, 0.9));
  });
});

describe('who is here', () => {
  it.each([
    [['x'], '* In the room: alice, bob', ['alice', 'bob']],
    [[], '* In the room: alice, bob … and 90 more', ['alice', 'bob', '… and 90 more']],
    [['a'], '* b joined (2 here)', ['a', 'b']],
    [['a', 'b'], '* b joined (2 here)', ['a', 'b']],
    [['a'], '* b, c joined (3 here)', ['a', 'b', 'c']],
    [['a', 'b', 'c'], '* b, c left (1 here)', ['a']],
  ])('after %j, %s', (before, notice, after) => {
    expect(hereAfter(before, notice)).toEqual(after);
  });

  it.each([
    '* b, c and 48 more joined (50 here)',
    '[alice] * b joined (2 here)',
    '* The room closes',
    '! Too slow: 1 bytes were waiting for you',
  ])('is not told by %s', line => {
    expect(hereAfter(['a'], line)).toBeUndefined();
  });

  it('has to be asked for where not all are named, and never because of what people say', () => {
    expect(isAboutPeople('* b, c and 48 more left (2 here)')).toBe(true);
    expect(isAboutPeople('[alice] * b, c and 48 more left (2 here)')).toBe(false);
  });
});

describe('an outbox', () => {
  const words = (text: string) => ({ text, size: text.length });
  const [one, two, three] = ['one', 'two!', 'three'].map(words) as [W, W, W];
  type W = ReturnType<typeof words>;
  const all = (box: Outbox<W>) => {
    const said: W[] = [];
    for (let next = box.next(); next; next = box.next()) said.push(next);
    return said;
  };

  it('gives each once, in order', () => {
    const box = new Outbox<W>();
    for (const each of [one, two, three]) box.keep(each);
    expect(all(box)).toEqual([one, two, three]);
    expect(all(box)).toEqual([]);
  });

  it('takes back what did not leave, from the last on, and before what came after', () => {
    const box = new Outbox<W>();
    for (const each of [one, two]) box.keep(each);
    all(box);
    box.keep(three);
    expect(box.lost(2)).toEqual([two]);
    expect(all(box)).toEqual([two, three]);
  });

  it('takes back nothing that has left', () => {
    const box = new Outbox<W>();
    box.keep(one);
    all(box);
    expect(box.left()).toEqual([one]);
    expect(box.lost(100)).toEqual([]);
  });

  it('is bounded', () => {
    const box = new Outbox<W>();
    const kept = Array.from({ length: 60 }, () => box.keep(one));
    expect(kept.filter(Boolean)).toHaveLength(50);
  });
});

describe('the picture on the page', () => {
  const event = (rest: object) =>
    JSON.stringify({ n: 1, at: 0, end: 'room', link: 'link 1', by: 'self', ...rest });

  it('draws a hostile name and words as letters', () => {
    const picture = new LivePicture();
    const lines = event({ what: 'sent', kind: 'message', text: '<b>hi</b>', size: 9 });
    picture.take(JSON.stringify({ anew: true, names: { 'link 1': '<i>' }, lines }));
    expect(picture.drawn(80, true).rows).toEqual(['1 room says: <b>hi</b>']);
    expect(picture.drawn(80, false).head.join('\n')).toContain('<i>');
  });

  it('forgets what came before a new beginning', () => {
    const picture = new LivePicture();
    const lines = event({ what: 'ended' });
    picture.take(JSON.stringify({ anew: true, names: {}, lines }));
    expect(picture.drawn(80, false).head.join('\n')).toContain('newcomer');
    picture.take(JSON.stringify({ anew: true, names: {}, lines: '' }));
    expect(picture.drawn(80, false)).toEqual({ head: [], rows: [] });
  });

  it('says that it began late, and no longer once a record has all', () => {
    const picture = new LivePicture();
    const update = { anew: true, names: {}, lines: event({ what: 'ended' }) };
    picture.take(JSON.stringify({ ...update, late: true }));
    const { rows } = picture.drawn(80, false);
    expect(rows[0]).toBe(
      'This record began in the middle of conversations: what came before is not in it.',
    );
    expect(rows.length).toBeGreaterThan(1);
    picture.take(JSON.stringify({ ...update, late: false }));
    expect(picture.drawn(80, false).rows).toEqual(rows.slice(1));
  });

  it('says that it waits while too much happens, and no longer', () => {
    const picture = new LivePicture();
    picture.take(JSON.stringify({ anew: false, names: {}, lines: '', paused: 3_000 }));
    expect(picture.drawn(80, false).rows).toEqual([
      'More than 3000 events per second: the picture continues when the room is calmer.',
    ]);
    picture.take(JSON.stringify({ anew: true, names: {}, lines: '' }));
    expect(picture.drawn(80, false).rows).toEqual([]);
  });
});
