import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { door } from './door.ts';

describe('an announcer', () => {
  it('announces the first immediately, but not to those who know', () => {
    const { join, leave, clock, said, about } = door();
    join('alice');
    expect(said()).toEqual(['* alice joined (1 here)']);
    clock.moveTo(100);
    leave('alice');
    expect(said()).toEqual(['* alice left (0 here)']);
    expect(about).toEqual([['alice'], ['alice']]);
  });

  it('says no more than 1,000 lines per second, however many are here', () => {
    const { join, here, clock, said } = door();
    for (let count = 0; count < 9_999; count++) here.add(`m${count}`);
    join('alice', 'bob');
    said();
    clock.moveTo(9_999);
    expect(said()).toEqual([]);
    clock.moveTo(10_001);
    expect(said()).toEqual(['* bob joined (10001 here)']);
  });

  it('tells of those within 100 ms together', () => {
    const { join, clock, said } = door();
    join('alice', 'bob');
    clock.moveTo(99);
    join('carol');
    expect(said()).toEqual(['* alice joined (1 here)']);
    clock.moveTo(100);
    expect(said()).toEqual(['* bob, carol joined (3 here)']);
    clock.moveTo(199);
    join('dave');
    expect(said()).toEqual([]);
    clock.moveTo(200);
    expect(said()).toEqual(['* dave joined (4 here)']);
  });

  it('announces the next immediately after 100 quiet ms', () => {
    const { join, clock, said } = door();
    join('alice');
    clock.moveTo(100);
    join('bob');
    expect(said()).toEqual(['* alice joined (1 here)', '* bob joined (2 here)']);
  });

  it('names two of a crowd, and counts the others', () => {
    const { join, leave, clock, said } = door();
    join('first');
    const crowd = Array.from({ length: 50 }, (_, index) => `m${index}`);
    join(...crowd);
    clock.moveTo(100);
    leave(...crowd);
    clock.moveTo(200);
    expect(said()).toEqual([
      '* first joined (1 here)',
      '* m0, m1 and 48 more joined (51 here)',
      '* m0, m1 and 48 more left (1 here)',
    ]);
  });

  it('tells last of who left and came back: they are here', () => {
    const { join, leave, clock, said } = door();
    join('alice', 'bob');
    clock.moveTo(100);
    said();
    leave('bob');
    join('bob', 'carol');
    clock.moveTo(200);
    expect(said()).toEqual([
      '* carol joined (3 here)',
      '* bob left (3 here)',
      '* bob joined (3 here)',
    ]);
  });

  it('tells only once of who runs in and out', () => {
    const { join, leave, clock, said } = door();
    join('alice');
    for (let count = 0; count < 10; count++) {
      join('bob');
      leave('bob');
    }
    join('bob');
    clock.moveTo(100);
    leave('alice');
    join('alice');
    leave('alice');
    clock.moveTo(200);
    expect(said()).toEqual([
      '* alice joined (1 here)',
      '* bob joined (2 here)',
      '* alice left (1 here)',
    ]);
  });

  it('announces a newcomer who is about to speak, and those before, without a wait', () => {
    const { join, clock, speaks, said } = door();
    join('alice', 'ben', 'cyd');
    said();
    speaks('cyd');
    speaks('cyd');
    expect(said()).toEqual(['* ben, cyd joined (3 here)']);
    join('dan');
    speaks('alice');
    expect(said()).toEqual([]);
    clock.moveTo(100);
    expect(said()).toEqual(['* dan joined (4 here)']);
  });

  it('announces that a speaker left and came back, in that order', () => {
    const { join, leave, speaks, clock, said } = door();
    join('alice', 'bob');
    clock.moveTo(100);
    said();
    leave('bob');
    join('bob');
    speaks('bob');
    expect(said()).toEqual(['* bob left (2 here)', '* bob joined (2 here)']);
  });

  it('keeps no timer when nothing happens', () => {
    const { join, clock } = door();
    join('alice');
    clock.moveTo(100);
    expect(clock.next).toBeUndefined();
  });
});

/** Who comes and goes, in which order, and when time passes. */
const comings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e') },
    { weight: 1, arbitrary: fc.constantFrom(1, 50, 100) },
  ),
  { maxLength: 60 },
);

it('is reliable: a member that reads the notices knows who is here, and reads few', () => {
  fc.assert(
    fc.property(comings, events => {
      const { join, leave, clock, here, said } = door();
      const believed = new Set<string>();
      let windows = 1;
      for (const event of events) {
        if (typeof event === 'number') {
          clock.moveTo(clock.now() + event);
          windows += event / 100;
        } else if (here.has(event)) leave(event);
        else join(event);
      }
      clock.moveTo(clock.now() + 1_000);
      const notices = said();
      // Of a crowd only two are named: these sequences have at most five people, so look at the
      // last word on each.
      for (const notice of notices) {
        const [, names = '', , what] =
          /^\* (.*?)( and \d+ more)? (joined|left) \(/.exec(notice) ?? [];
        for (const name of names.split(', ')) {
          if (what === 'joined') believed.add(name);
          else believed.delete(name);
        }
      }
      const named = notices.every(notice => !notice.includes(' more '));
      if (named) expect([...believed].sort()).toEqual([...here].sort());
      expect(notices.length).toBeLessThanOrEqual(1 + 3 * Math.ceil(windows));
    }),
  );
});
