import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realClock } from '../../lib/connection/clock.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';

describe('VirtualClock', () => {
  it('fires by time, and at one time in the order of asking', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), delays => {
        const clock = new VirtualClock();
        const fired: [number, number][] = [];
        delays.forEach((ms, index) => {
          clock.after(ms, () => fired.push([clock.now(), index]));
        });
        clock.moveTo(20);
        const expected = delays.map((ms, index): [number, number] => [ms, index]);
        expect(fired).toEqual(expected.sort(([a, i], [b, j]) => a - b || i - j));
      }),
    );
  });

  it('fires no timer that was taken back, not even by one due at the same time', () => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    const cancels: (() => void)[] = [];
    clock.after(5, () => {
      fired.push('first');
      for (const cancel of cancels) cancel();
    });
    cancels.push(clock.after(5, () => fired.push('second')));
    cancels.push(clock.after(3, () => fired.push('third')));
    clock.moveTo(10);
    for (const cancel of cancels) cancel();
    expect(fired).toEqual(['third', 'first']);
    expect(clock.next).toBeUndefined();
  });

  it('fires what a timer asks for on the way, at its own time', () => {
    const clock = new VirtualClock();
    const times: number[] = [];
    const beat = () => {
      times.push(clock.now());
      if (times.length < 4) clock.after(30, beat);
    };
    clock.after(30, beat);
    clock.moveTo(100);
    expect(times).toEqual([30, 60, 90]);
    expect([clock.now(), clock.next]).toEqual([100, 120]);
  });

  it('steps to the next timer, and stands still without one', () => {
    const clock = new VirtualClock();
    clock.after(7, () => {});
    clock.step();
    clock.step();
    expect(clock.now()).toBe(7);
    clock.moveTo(3);
    expect(clock.now()).toBe(7);
  });
});

describe('realClock', () => {
  it('never fires early', async () => {
    const began = realClock.now();
    await new Promise<void>(resolve => {
      realClock.after(5, resolve);
    });
    expect(realClock.now() - began).toBeGreaterThanOrEqual(5);
  });

  it('takes a timer back', async () => {
    const fired: string[] = [];
    const cancel = realClock.after(1, () => fired.push('taken back'));
    cancel();
    await new Promise<void>(resolve => {
      realClock.after(5, resolve);
    });
    expect(fired).toEqual([]);
  });
});
