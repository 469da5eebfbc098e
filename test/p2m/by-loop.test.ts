import { expect, it } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import { RoomByLoop } from '../../demos/p2m/room.ts';
import { roomFor } from '../../demos/p2m/rooms.ts';
import { realClock } from '../../lib/connection/clock.ts';
import { RoomByTick } from '../../lib/hub/room-by-tick.ts';
import { readOptions } from '../../lib/options/read.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { playText } from '../scene/playing.ts';
import { sceneFiles } from '../scene/scene-files.ts';

const scenes = sceneFiles.filter(({ name }) => name.startsWith('p2m/'));
const { fanOut } = p2m.options;
const options = { ...p2m.options, fanOut: { ...fanOut, default: 'loop' as const } };
const byLoop: Program = demo({ ...p2m, options });

it.each(scenes)('plays $name to its verdict', async ({ source }) => {
  await playText(source, { program: byLoop });
});

it('is chosen by --fan-out loop alone', () => {
  const room = (...words: string[]) =>
    roomFor({ clock: realClock, ...readOptions(words, p2m.options) });
  expect(room()).toBeInstanceOf(RoomByTick);
  expect(room('--fan-out', 'tick')).toBeInstanceOf(RoomByTick);
  expect(room('--fan-out', 'loop')).toBeInstanceOf(RoomByLoop);
});
