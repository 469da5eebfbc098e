import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReplayWindow } from '../../lib/datagram/replay-window.ts';
import { type AnyWindow, wrongWindows } from './wrong.ts';

interface Fate {
  readonly lost: boolean;
  readonly twice: boolean;
  /** How many of the next messages overtake it. */
  readonly behind: number;
}

/**
 * A talk over a link that loses, repeats and reorders: the numbers as they come in, less than a
 * window apart.
 */
const arrivals: fc.Arbitrary<{ said: number; came: number[] }> = fc
  .array(fc.record({ lost: fc.boolean(), twice: fc.boolean(), behind: fc.nat(20) }), {
    maxLength: 300,
    size: 'max',
  })
  .map(fates => ({ said: fates.length, came: travelled(fates) }));

function travelled(fates: readonly Fate[]): number[] {
  return fates
    .flatMap(({ lost, twice, behind }, index) => {
      const nth = index + 1;
      const first = { nth, at: nth + behind };
      return lost ? [] : twice ? [first, { nth, at: nth + 2 * behind }] : [first];
    })
    .sort((one, other) => one.at - other.at || one.nth - other.nth)
    .map(({ nth }) => nth);
}

/** Everything that must be true of what a window says of a talk. */
function check(window: AnyWindow, came: readonly number[], said: number): void {
  const heard = new Set<number>();
  let [newest, missing] = [0, 0];
  for (const nth of came) {
    const place = window.take(nth);
    assert(place.is !== 'old');
    assert.equal(place.is === 'repeat', heard.has(nth), `${nth} is a ${place.is}`);
    heard.add(nth);
    if (place.is === 'next') {
      assert.equal(place.missing, nth - newest - 1);
      missing += place.missing;
      newest = nth;
    } else if (place.is === 'late') {
      assert(nth < newest);
      missing--;
    }
  }
  missing += window.reach(said);
  assert.equal(missing, said - heard.size);
}

const agrees = (make: () => AnyWindow, endOnFailure = false): void =>
  fc.assert(
    fc.property(arrivals, ({ came, said }) => check(make(), came, said)),
    { numRuns: 200, endOnFailure },
  );

describe('a window', () => {
  it('hears each message once, knows late from next, and counts exactly what is missing', () => {
    agrees(() => new ReplayWindow());
  });

  it.each(Object.entries(wrongWindows))('that %s is convicted', (_, Wrong) => {
    expect(() => agrees(() => new Wrong(), true)).toThrow();
  });

  it('cannot tell late from repeated 64 numbers later, and says so', () => {
    const window = new ReplayWindow();
    window.take(100);
    expect(window.take(37)).toEqual({ is: 'late' });
    expect(window.take(36)).toEqual({ is: 'old' });
    expect(window.take(100)).toEqual({ is: 'repeat' });
  });

  it('continues after the largest jump that a number can make', () => {
    const window = new ReplayWindow();
    expect(window.take(0xffff_ffff)).toEqual({ is: 'next', missing: 0xffff_fffe });
    expect(window.take(1)).toEqual({ is: 'old' });
    expect(window.reach(0xffff_ffff)).toBe(0);
  });
});
