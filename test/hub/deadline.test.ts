import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { Deadline } from '../../lib/hub/deadline.ts';

const patience = 100;

it('is late for each after its own time, and for nobody who came', () => {
  const visit = fc.record({ at: fc.nat(300), stays: fc.nat(200) });
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 20 }), visits => {
      const clock = new VirtualClock();
      const late = new Map<number, number>();
      const deadline = new Deadline<number>(clock, patience, who =>
        late.set(who, clock.now()),
      );
      visits.forEach(({ at, stays }, who) => {
        clock.after(at, () => deadline.waitFor(who));
        clock.after(at + stays, () => deadline.came(who));
      });
      clock.moveTo(1_000);
      visits.forEach(({ at, stays }, who) => {
        if (stays !== patience)
          expect(late.get(who)).toBe(stays > patience ? at + patience : undefined);
      });
    }),
  );
});

it('leaves no timer when everybody has come: it would keep the process alive', () => {
  const clock = new VirtualClock();
  const deadline = new Deadline<string>(clock, patience, () => {});
  deadline.waitFor('alice');
  deadline.waitFor('bob');
  deadline.came('alice');
  expect(clock.next).toBe(patience);
  deadline.came('bob');
  expect(clock.next).toBeUndefined();
});
