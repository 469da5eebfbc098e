import type { Caller } from '../hub/caller.ts';
import type { Place } from '../hub/place.ts';

export const hello = (name: string) => `* Hello ${name}: /to NAME calls somebody`;
const callers = ['Alice', 'bob', 'carol'] as const;

/** People in an exchange who have been told hello. */
export async function people(place: Place, names: readonly string[] = callers) {
  const all: Caller[] = [];
  for (const name of names) {
    const caller = await place.enter(name);
    await caller.hears(hello(name));
    all.push(caller);
  }
  return all as [Caller, Caller, Caller, Caller];
}

export async function pair(one: Caller, name: string, other: Caller, its: string) {
  one.says(`/to ${its}`);
  await one.hears(`* Calling ${its}`);
  await other.hears(`* ${name} calls: /to ${name} answers`);
  other.says(`/to ${name}`);
  await other.hears(`* Paired with ${name}`);
  await one.hears(`* Paired with ${its}`);
}
