import { expect, it } from 'vitest';
import { p2m } from '../../demos/p2m/program.ts';
import { RoomByLoop } from '../../demos/p2m/room.ts';
import { roomFor } from '../../demos/p2m/rooms.ts';
import { realClock } from '../../lib/connection/clock.ts';
import { RoomByTick } from '../../lib/hub/room-by-tick.ts';
import { playText } from '../scene/playing.ts';
import { sceneFiles } from '../scene/scene-files.ts';

const scenes = sceneFiles.filter(({ name }) => name.startsWith('p2m/'));
const byLoop = { ...p2m, defaults: { 'fan-out': 'loop' } };

it.each(scenes)('plays $name to its verdict', async ({ source }) => {
  await playText(source, { program: byLoop });
});

it('is chosen by --fan-out loop alone', () => {
  const options = { clock: realClock, queue: 1, burst: 1, nameTime: 1 };
  expect(roomFor(new Map(), options)).toBeInstanceOf(RoomByTick);
  expect(roomFor(new Map([['fan-out', 'tick']]), options)).toBeInstanceOf(RoomByTick);
  expect(roomFor(new Map([['fan-out', 'loop']]), options)).toBeInstanceOf(RoomByLoop);
});
