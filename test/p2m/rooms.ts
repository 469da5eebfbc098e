import { p2m } from '../../demos/p2m/demo.ts';
import { open, worlds } from '../hub/place.ts';

/** The plain room and the one for a thousand, in memory and over TCP: one suite holds them all. */
export const rooms = worlds.flatMap(({ name, world }) =>
  ['tick', 'loop'].map(fanOut => ({
    name: `${name}, by ${fanOut}`,
    room: (flags = {}) => open(p2m, { world, flags: { 'fan-out': fanOut, ...flags } }),
  })),
);
