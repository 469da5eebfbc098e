import type { Kind } from '../../../lib/trace/event.ts';
import type { Link, Side } from './link.ts';
import type { Tape } from './tape.ts';
import type { World } from './world.ts';

/** How people behave, mostly. Otherwise hardly any run would keep anything. */
export type Manners = 'one way' | 'by turns' | 'never simultaneous' | 'as they like';
export const allManners: readonly Manners[] = [
  'one way',
  'by turns',
  'never simultaneous',
  'as they like',
];

/** What an end may do now. */
export type Deed = () => void;

/** Says something, or nothing: who has manners waits, and now and then forgets them, or is not heard. */
export function speak(
  world: World,
  tape: Tape,
  manners: Manners,
  [link, side]: readonly [Link, Side],
): void {
  const kind: Kind = tape.chance(80) ? 'message' : tape.oneOf(['notice', 'control']);
  const may = allows(manners, world, link, side);
  if (manners === 'one way' && !may && !tape.chance(2)) return;
  if (may || kind !== 'message' || tape.chance(4)) world.say(link, side, kind, false);
  else if (tape.chance(50)) world.say(link, side, kind, true);
}

function allows(manners: Manners, world: World, link: Link, side: Side): boolean {
  const messages = world.said.filter(({ kind }) => kind === 'message');
  const talk =
    world.relays.size > 0 ? messages : messages.filter(said => said.link === link);
  const isQuiet = talk.every(({ underWay }) => underWay === 0);
  const last = talk.findLast(({ receipts }) => receipts.length > 0);
  const first = world.relays.size > 0 ? side.end : link.sides[0].end;
  switch (manners) {
    case 'as they like':
      return true;
    case 'one way':
      return side.end === (world.relays.size > 0 ? (last?.from ?? side.end) : first);
    case 'never simultaneous':
      return isQuiet;
    case 'by turns':
      return (
        isQuiet && (last === undefined ? side.end === first : side.end !== last.from)
      );
  }
}

/** Reads. A relay passes on what it hears: to the others, to one of them, or to nobody; now or later. */
export function listen(
  world: World,
  tape: Tape,
  [link, side]: readonly [Link, Side],
): void {
  const frame = world.read(link, side);
  if (frame?.kind !== 'message' || !world.relays.has(side.end)) return;
  const source = { link, nth: side.received };
  const ways = world.links
    .flatMap(to => to.sides.map(mine => [to, mine] as const))
    .filter(([, mine]) => mine.end === side.end && canSpeak(mine))
    .filter(([to]) => to !== link || tape.chance(5));
  const chosen = tape.chance(10) ? [] : tape.chance(30) ? ways.slice(0, 1) : ways;
  const twice = tape.chance(3) ? chosen : [];
  for (const way of [...chosen, ...twice]) {
    if (tape.chance(30)) world.passLater(way, frame, source);
    else world.pass(way, frame, source);
  }
}

export const canSpeak = ({ isOpen, hasEnded, isOver }: Side): boolean =>
  isOpen && !hasEnded && !isOver;

export const canRead = ({ isOpen, isOver, inbox }: Side): boolean =>
  isOpen && !isOver && inbox.length > 0;
