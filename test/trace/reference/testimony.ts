import { type Event, type File, isDrawn } from './line.ts';
import type { Tape } from './tape.ts';
import type { Happening, World } from './world.ts';

export interface Testimony {
  readonly files: readonly File[];
  /** Every end wrote all that it saw, under its own name. */
  readonly isComplete: boolean;
  /** Some ends have one name in several files. */
  readonly hasNamesakes: boolean;
}

/**
 * The files that the ends keep of a run: each its own, some together, all in one; now and then one
 * is missing.
 */
export function testimonyOf(world: World, tape: Tape): Testimony {
  const ends = [...new Set(world.happened.map(({ end }) => end))];
  const count = tape.oneOf([ends.length, ends.length, 1, 2]);
  const writers = Array.from({ length: count }, (_, writer) =>
    ends.filter((_, index) => index % count === writer),
  ).filter(group => group.length > 0);
  const hasNamesakes = count === ends.length && tape.chance(20);
  const left = writers.filter(() => !tape.chance(8));
  const files = left.map(writer => fileOf(writer, world, tape));
  return {
    files: hasNamesakes ? files.map(sameName) : files,
    isComplete: left.length === writers.length,
    hasNamesakes,
  };
}

function fileOf(ends: readonly string[], { happened }: World, tape: Tape): File {
  const forget = tape.oneOf<(event: Happening) => Happening>([
    event => event,
    ({ text: _, ...event }) => event,
    ({ size: _, ...event }) =>
      event.what === 'chunk' ? { ...event, size: _ ?? 0 } : event,
    ({ kind, ...event }) => (kind === 'message' || !kind ? event : { ...event, kind }),
  ]);
  const ahead = tape.below(3) * 1000;
  const own = happened.filter(({ end }) => ends.includes(end));
  const events = own.map(event => ({ ...forget(event), at: event.at + ahead }));
  return { name: ends.join('+'), events: numbered(events) };
}

/** Every end calls itself the same. */
const sameName = ({ name, events }: File): File => ({
  name,
  events: events.map(event => ({ ...event, end: 'caller' })),
});

/** Numbers what is drawn from 1 on. */
export function numbered(events: readonly (Happening | Event)[]): Event[] {
  let last = 0;
  return events.map(event => {
    const n = isDrawn({ ...event, n: 0 }) ? ++last : 0;
    return { ...event, n };
  });
}
