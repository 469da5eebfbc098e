import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkOf,
  defaultHeartbeat,
  type Heartbeat,
  Liveness,
  noticedWithin,
  timeoutOf,
} from '../../lib/datagram/heartbeat.ts';

import { type AnyPulse, wrongPulses } from './wrong.ts';

interface Death {
  readonly heartbeat: Heartbeat;
  /** When it happens, and by how much the other end's checks are shifted against the beats. */
  readonly at: number;
  readonly shift: number;
}

const deaths: fc.Arbitrary<Death> = fc.record({
  heartbeat: fc.record({
    period: fc.integer({ min: 2, max: 5_000 }),
    missed: fc.integer({ min: 2, max: 9 }),
  }),
  at: fc.integer({ min: 0, max: 60_000 }),
  shift: fc.integer({ min: 0, max: 5_000 }),
});

/** How long after its death a peer that beat in time until then is noticed to be gone; Infinity: never. */
function noticedAfter(Kind: new (now: number) => AnyPulse, death: Death): number {
  const { heartbeat, at, shift } = death;
  const pulse = new Kind(0);
  let beat = heartbeat.period;
  const never = at + 10 * timeoutOf(heartbeat);
  for (
    let look = shift % checkOf(heartbeat);
    look < never;
    look += checkOf(heartbeat)
  ) {
    for (; beat <= Math.min(look, at); beat += heartbeat.period) pulse.heard(beat);
    if (pulse.isGone(look, heartbeat)) return look - at;
  }
  return Number.POSITIVE_INFINITY;
}

const agrees = (Kind: new (now: number) => AnyPulse): void =>
  fc.assert(
    fc.property(deaths, death => {
      const after = noticedAfter(Kind, death);
      const [least, most] = noticedWithin(death.heartbeat);
      expect(after).toBeGreaterThan(least - 1);
      expect(after).toBeLessThan(most);
    }),
  );

describe('a heartbeat', () => {
  it('that stops is noticed between T - P and T + C', () => agrees(Liveness));

  it.each(Object.entries(wrongPulses))('of an end that %s is convicted', (_, Wrong) => {
    expect(() => agrees(Wrong)).toThrow();
  });

  it('is as docs/protocol.md says: gone after 4 to 7 s', () => {
    expect(noticedWithin(defaultHeartbeat)).toEqual([4_000, 7_000]);
  });

  it('is not missed by one who was asleep itself', () => {
    const pulse = new Liveness(0);
    for (let now = 1_000; now <= 5_000; now += 1_000)
      expect(pulse.isGone(now, defaultHeartbeat)).toBe(false);
    expect(pulse.isGone(65_000, defaultHeartbeat)).toBe(false);
    for (let now = 66_000; now <= 70_000; now += 1_000)
      expect(pulse.isGone(now, defaultHeartbeat)).toBe(false);
    expect(pulse.isGone(71_000, defaultHeartbeat)).toBe(true);
  });

  it('may miss two beats, and not three', () => {
    const pulse = new Liveness(0);
    const goneAt = (from: number, to: number): number | undefined => {
      for (let now = from; now <= to; now += 1_000)
        if (pulse.isGone(now, defaultHeartbeat)) return now;
      return undefined;
    };
    expect(goneAt(1_000, 5_000)).toBeUndefined();
    pulse.heard(5_999);
    expect(goneAt(6_000, 11_000)).toBeUndefined();
    expect(goneAt(12_000, 12_000)).toBe(12_000);
  });
});
