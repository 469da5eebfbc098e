import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff } from '../../demos/websocket/page/back-off.ts';
import { isBlank } from '../../demos/websocket/page/fits.ts';
import { hereAfter, isAboutPeople } from '../../demos/websocket/page/here.ts';
import { problemWithName } from '../../demos/websocket/page/name-problem.ts';
import { Outbox } from '../../demos/websocket/page/outbox.ts';
import { isName } from '../../lib/hub/name.ts';

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

describe('a name', () => {
  it.each([
    ['', 'Type a name first'],
    ['no name', 'A name cannot have spaces'],
    ['<b>', 'A name cannot have “<”'],
    ['2fast', 'A name must begin with a letter'],
    ['x'.repeat(25), 'Too long: 25 letters, the limit is 24'],
    [
      'аlice',
      'This name is not allowed: use the letters of one alphabet, and fewer bytes',
    ],
    ['alice', ''],
    ['你好', ''],
  ])('%j: %s', (name, problem) => expect(problemWithName(name)).toBe(problem));

  it('has a problem in words if the room would refuse it, and only then', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), name => {
        expect(problemWithName(name) === '').toBe(isName(name));
      }),
    );
  });
});

it.each(['', ' ', '\u3000\t', '\u200b\u2060', '\u3164'])('%j is blank', text =>
  expect(isBlank(text)).toBe(true),
);

it.each(['x', ' 0 ', '\u200bx', '你'])('%j is not blank', text =>
  expect(isBlank(text)).toBe(false),
);
