import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pairs } from '../../demos/p2p/pairs.ts';
import { often } from '../often.ts';
import { ForgetsAll, RemembersTheGone, Steals, TellsAgain } from './steals.ts';

type Person = 'a' | 'b' | 'c' | 'd' | 'e' | 'f';

const people: readonly Person[] = ['a', 'b', 'c', 'd', 'e', 'f'];
const person = fc.constantFrom(...people);
const events = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constant('call' as const), person, person) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('part' as const), person, person) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('remove' as const), person, person) },
  ),
  { maxLength: 50 },
);

/** What must be true after every event, no matter who calls whom. */
function keepsFaith(make: () => Pairs<Person>): void {
  fc.assert(
    fc.property(events, sequence => {
      const pairs = make();
      for (const [what, from, to] of sequence) {
        const before = people.map(one => pairs.partner(one));
        const calls = people.map(one => pairs.calling(one));
        if (what === 'call') pairs.call(from, to);
        else expect(pairs[what](from)).toBe(before[people.indexOf(from)]);
        people.forEach((one, index) => {
          holds(pairs, one);
          const was = before[index];
          const parted = what !== 'call' && (one === from || was === from);
          if (was !== undefined && !parted) expect(pairs.partner(one)).toBe(was);
        });
        if (what === 'remove') {
          const pointing = people.filter(one => pairs.calling(one) === from);
          expect([pointing, pairs.calling(from)]).toEqual([[], undefined]);
          const others = calls.map((to, index) =>
            people[index] === from || to === from ? undefined : to,
          );
          expect(people.map(one => pairs.calling(one))).toEqual(others);
        }
      }
    }),
    { seed: 9003 },
  );
}

function holds(pairs: Pairs<Person>, one: Person): void {
  const partner = pairs.partner(one);
  expect(partner).not.toBe(one);
  expect(pairs.calling(one)).not.toBe(one);
  if (partner === undefined) return;
  expect(pairs.partner(partner)).toBe(one);
  expect(pairs.calling(one)).toBeUndefined();
}

/** What must be true of somebody who calls and calls. */
function oneNotice(pairs: Pairs<Person>): void {
  const calls = (to: Person) => pairs.call('a', to);
  expect([calls('b'), calls('b'), calls('c'), calls('b')]).toEqual([
    'calling',
    'again',
    'calling',
    'again',
  ]);
  expect(pairs.calling('a')).toBe('b');
  pairs.remove('b');
  expect([calls('b'), calls('c')]).toEqual(['calling', 'again']);
  expect(pairs.call('c', 'a')).toBe('answered');
  pairs.part('c');
  expect([calls('c'), calls('b')]).toEqual(['calling', 'calling']);
}

describe('pairs', () => {
  it('after every event partner(partner(a)) is a, nobody is taken, no call points to the gone', () => {
    keepsFaith(() => new Pairs());
  });

  it('convicts pairs that steal', () => {
    expect(() => often(() => keepsFaith(() => new Steals()))).toThrow(
      'Property failed',
    );
  });

  it('convicts pairs that remember the gone', () => {
    expect(() => often(() => keepsFaith(() => new RemembersTheGone()))).toThrow(
      'Property failed',
    );
  });

  it('convicts pairs that forget the calls of all when one leaves', () => {
    expect(() => often(() => keepsFaith(() => new ForgetsAll()))).toThrow(
      'Property failed',
    );
  });

  it('count many calls as one, however they alternate, until one of the two is paired or gone', () => {
    expect(() => oneNotice(new TellsAgain())).toThrow();
    oneNotice(new Pairs());
  });

  it('are made by a call and an answer, or by two calls', () => {
    const pairs = new Pairs<Person>();
    expect(pairs.call('a', 'b')).toBe('calling');
    expect(pairs.partner('b')).toBeUndefined();
    expect(pairs.call('b', 'a')).toBe('answered');
    expect([pairs.partner('a'), pairs.partner('b')]).toEqual(['b', 'a']);
  });

  it('say why a call leads nowhere', () => {
    const pairs = new Pairs<Person>();
    expect(pairs.call('a', 'a')).toBe('self');
    pairs.call('a', 'b');
    pairs.call('b', 'a');
    expect(pairs.call('c', 'a')).toBe('busy');
    expect(pairs.call('a', 'c')).toBe('taken');
  });

  it('forget whom a caller called before, when it calls or answers another', () => {
    const pairs = new Pairs<Person>();
    pairs.call('a', 'b');
    pairs.call('a', 'c');
    expect(pairs.call('b', 'a')).toBe('calling');
    expect(pairs.call('c', 'a')).toBe('answered');
    pairs.part('a');
    expect(pairs.calling('a')).toBeUndefined();
  });

  it('keep a call to somebody who was busy when it could be answered', () => {
    const pairs = new Pairs<Person>();
    pairs.call('c', 'a');
    pairs.call('a', 'b');
    pairs.call('b', 'a');
    pairs.part('b');
    expect(pairs.call('a', 'c')).toBe('answered');
  });
});
