import type { Room, RoomOptions } from '../../lib/hub/room.ts';
import { RoomByTick } from '../../lib/hub/room-by-tick.ts';
import { RoomByLoop } from './room.ts';
import { RoomWithoutOrder } from './without-order.ts';

/** The room that the flags ask for. */
export function roomFor(
  flags: ReadonlyMap<string, string>,
  options: RoomOptions,
): Room {
  if (flags.has('without-order')) return new RoomWithoutOrder(options);
  return flags.get('fan-out') === 'loop'
    ? new RoomByLoop(options)
    : new RoomByTick(options);
}
