import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Observation, TraceEvent } from '../../lib/trace/event.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { SharedTrace } from '../../lib/watch/shared-trace.ts';

const text = (words: string) => ({ kind: 'message', text: words }) as const;
const sent = (words: string): Observation => ({
  what: 'sent',
  by: 'self',
  ...text(words),
});
const heard = (words: string): Observation => ({
  what: 'received',
  by: 'peer',
  ...text(words),
});

/** A room with three pages. Each number lets one of them speak, or something in transit arrive. */
function roomOf(steps: readonly number[], most: number) {
  const trace = new SharedTrace(() => 0, most);
  trace.watch(true);
  const names = ['a', 'b', 'c'];
  const rooms = new Map(names.map(name => [name, trace.room(name, true)]));
  const [toRoom, toPage] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const taken = new Map<string, number>();
  for (const name of names) {
    rooms.get(name)?.({ what: 'opened', by: 'peer', role: 'relay' });
    trace.page(name, { what: 'opened', by: 'self' });
    toRoom.set(name, []);
    toPage.set(name, []);
  }
  const all: TraceEvent[] = [...trace.flush()];
  const acts = [
    (name: string) => {
      const words = `${name} says ${all.length}`;
      trace.page(name, sent(words));
      toRoom.get(name)?.push(words);
    },
    (name: string) => {
      const words = toRoom.get(name)?.shift();
      if (words === undefined) return;
      rooms.get(name)?.(heard(words));
      const nth = (taken.get(name) ?? 0) + 1;
      taken.set(name, nth);
      for (const other of names.filter(one => one !== name)) {
        rooms.get(other)?.({ ...sent(`[${name}] ${words}`), of: { link: name, nth } });
        toPage.get(other)?.push(`[${name}] ${words}`);
      }
    },
    (name: string) => {
      const words = toPage.get(name)?.shift();
      if (words !== undefined) trace.page(name, heard(words));
    },
  ];
  const rest = names.flatMap((_, who) => steps.flatMap(() => [3 + who]));
  const arrive = names.flatMap((_, who) =>
    steps.flatMap(() => [6 + who, 6 + who, 6 + who]),
  );
  for (const step of [...steps, ...rest, ...arrive]) {
    acts[Math.floor(step / 3) % 3]?.(names[step % 3] ?? '');
    if (step % 2 === 0) all.push(...trace.flush());
  }
  all.push(...trace.flush());
  return { trace, all };
}

const steps = fc.array(fc.nat(8), { maxLength: 40 });

it('counts over the whole record what its verdict counts, however small the window is', () => {
  let crossed = 0;
  fc.assert(
    fc.property(steps, all => {
      const room = roomOf(all, 5);
      const { counts } = judge('full-duplex', room.all);
      const { said, heard: times, crossings, oneOrder } = room.trace.counts;
      expect([said, times, crossings, oneOrder]).toEqual([
        counts.said,
        counts.heard,
        counts.crossings,
        counts.oneOrder,
      ]);
      crossed += crossings;
      expect(room.trace.events.length).toBeLessThanOrEqual(5);
    }),
  );
  expect(crossed).toBeGreaterThan(10);
});

it('names the two that crossed last, as the verdict does', () => {
  const { trace, all } = roomOf([0, 1, 3, 4, 6, 7], 100);
  const [pair] = judge('full-duplex', all).counts.firstCrossings;
  const numbers = pair?.map(message => message.sent.event.n).sort((a, b) => a - b);
  expect(trace.counts.crossings).toBe(1);
  expect(trace.counts.last).toEqual(numbers);
});
