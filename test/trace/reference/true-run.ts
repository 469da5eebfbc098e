import {
  allManners,
  canRead,
  canSpeak,
  type Deed,
  listen,
  type Manners,
  speak,
} from './conduct.ts';
import type { Link, Side } from './link.ts';
import type { Tape } from './tape.ts';
import { World } from './world.ts';

/** Who calls whom. Names in capitals are relays. */
const places: readonly (readonly (readonly [caller: string, called: string])[])[] = [
  [['a', 'b']],
  [['a', 'b']],
  [
    ['a', 'c'],
    ['b', 'c'],
  ],
  [
    ['a', 'b'],
    ['b', 'a'],
  ],
  [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
  ],
  [
    ['a', 'R'],
    ['b', 'R'],
  ],
  [
    ['a', 'R'],
    ['b', 'R'],
  ],
  [
    ['a', 'R'],
    ['b', 'R'],
    ['c', 'R'],
  ],
  [
    ['a', 'R'],
    ['R', 'b'],
    ['a', 'b'],
  ],
  [
    ['a', 'R'],
    ['R', 'S'],
    ['b', 'S'],
    ['c', 'S'],
  ],
];

export interface TrueRun {
  readonly world: World;
  /** Everything was read in the end, and every link closed at both ends. */
  readonly isFinished: boolean;
}

export function trueRun(tape: Tape): TrueRun {
  const calls = tape.oneOf(places);
  const isNumbered = tape.chance(35);
  const ends = calls.flat();
  const world = new World(
    tape,
    ends.filter(end => end < 'a'),
  );
  for (const [caller, called] of calls)
    world.connect(`${caller}>${called}`, caller, called, isNumbered);
  const manners = tape.oneOf(allManners);
  const isFinished = tape.chance(65);
  for (let step = 0; step < 60 && !tape.isOver; step++)
    tape.oneOf(deeds(world, tape, manners))?.();
  if (isFinished) finish(world, tape);
  return { world, isFinished };
}

/** Everything that can happen next; what is more likely stands there more than once. */
function deeds(world: World, tape: Tape, manners: Manners): Deed[] {
  const sides = world.links.flatMap(link =>
    link.sides.map(side => [link, side] as const),
  );
  return [
    ...sides.flatMap(([link, side]) => deedsOf(world, tape, manners, link, side)),
    ...(world.passesLater ? [() => world.passNow()] : []),
    ...world.links
      .filter(link => link.sides.every(({ isOver }) => isOver))
      .map(link => () => world.connectAgain(link)),
  ];
}

function deedsOf(
  world: World,
  tape: Tape,
  manners: Manners,
  link: Link,
  side: Side,
): Deed[] {
  const way = [link, side] as const;
  const read = () => listen(world, tape, way);
  const say = () => speak(world, tape, manners, way);
  const rarely = (deed: Deed) => () => {
    if (tape.chance(8)) deed();
    else if (canSpeak(side)) say();
  };
  if (!side.isOpen) return [() => world.open(link, side)];
  if (side.isClosed) return [];
  return [
    ...(canRead(side) ? [read, read, read] : []),
    ...(canSpeak(side) ? [say, rarely(() => world.end(link, side))] : []),
    ...(side.isOver ? [] : [rarely(() => world.reset(link, side))]),
    ...(side.isBroken && !side.isOver ? [() => world.noticeReset(link, side)] : []),
    rarely(() => world.close(link, side)),
  ];
}

/** All is read that can be, then all links are closed. */
function finish(world: World, tape: Tape): void {
  const sides = () =>
    world.links.flatMap(link => link.sides.map(side => [link, side] as const));
  for (const [link, side] of sides()) if (!side.isOpen) world.open(link, side);
  for (let busy = true; busy; ) {
    const readers = sides().filter(([, side]) => canRead(side));
    busy = readers.length > 0 || world.passesLater;
    for (const way of readers) listen(world, tape, way);
    world.passNow();
  }
  for (const [link, side] of sides()) {
    if (canSpeak(side) && tape.chance(50)) world.end(link, side);
    if (!side.isClosed) world.close(link, side);
  }
}
