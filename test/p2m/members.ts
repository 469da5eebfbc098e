import { expect } from 'vitest';
import type { Caller } from '../hub/caller.ts';
import type { Place } from '../hub/place.ts';

/** Members whose coming has been announced: what they hear next is news. */
export async function members(place: Place, ...names: readonly string[]) {
  const all: Caller[] = [];
  for (const name of names) {
    const caller = await place.enter(name);
    expect(await caller.next()).toMatch(/^\* In the room: /);
    all.push(caller);
  }
  await settled(place, all);
  return all as [Caller, Caller, Caller];
}

/** Everything has been announced, and the next notice comes immediately. */
export async function settled({ clock }: Place, callers: readonly Caller[]) {
  clock.moveTo(clock.now() + 1_000);
  for (const caller of callers) await caller.rest();
}
