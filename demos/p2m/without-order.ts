import type { RoomOptions } from '../../lib/hub/room.ts';
import { RoomByLoop } from './room.ts';

/** The delay between one member and the next, in milliseconds. */
const pause = 10;

/**
 * Makes a room that has no single order, on purpose. Each message starts at the member after its author and
 * goes round the room, from one member to the next.
 */
export const roomWithoutOrder = (options: RoomOptions): RoomByLoop =>
  new RoomByLoop(options, (place, tell) => options.clock.after(place * pause, tell));
