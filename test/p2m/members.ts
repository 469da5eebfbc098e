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

/** Everything that was to be announced has been, and the next is announced at once. */
export async function settled({ clock }: Place, callers: readonly Caller[]) {
  clock.moveTo(clock.now() + 1_000);
  for (const caller of callers) await caller.rest();
}
