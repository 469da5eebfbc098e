import type { Room, RoomOptions } from '../../lib/hub/room.ts';
import { RoomByTick } from '../../lib/hub/room-by-tick.ts';
import { RoomByLoop } from './room.ts';
import { roomWithoutOrder } from './without-order.ts';

type Chosen = RoomOptions & {
  readonly fanOut: 'tick' | 'loop';
  readonly withoutOrder: boolean;
};

/** Returns the room that the flags ask for. */
export function roomFor({ fanOut, withoutOrder, ...options }: Chosen): Room {
  if (withoutOrder) return roomWithoutOrder(options);
  return fanOut === 'loop' ? new RoomByLoop(options) : new RoomByTick(options);
}
