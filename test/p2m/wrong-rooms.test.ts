import { expect, it } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import { someTasks } from '../connection/pair.ts';
import { open } from '../hub/place.ts';
import { playText } from '../scene/playing.ts';
import { sceneFile } from '../scene/scene-files.ts';
import { wrongRooms } from './wrong-rooms.ts';

it.each([
  ['sendsBack', '1-one-to-many', 'expected alice to hear "[bob] Coffee?"'],
  ['forgetsNothing', '6-leave', 'expected alice to hear "* bob left (3 here)"'],
  ['passesAsIs', '5-forgery', 'expected alice to hear "[mallory] * bob left (2 here)"'],
  [
    'awaitsEach',
    '7-slow-reader',
    'expected carol to be disconnected, but 3000 messages',
  ],
] as const)(
  'convicts the room that %s by the scene %s',
  async (name, scene, problem) => {
    const { source } = sceneFile(`p2m/${scene}`);
    await expect(playText(source, { program: wrongRooms[name] })).rejects.toThrow(
      problem,
    );
  },
);

/** How much of what alice says reaches bob while carol does not read. */
async function heardBesideAStalled(program: Program): Promise<number> {
  const place = await open(program, { world: memoryWorld });
  const carol = await place.enter('carol');
  const alice = await place.enter('alice');
  const bob = await place.enter('bob');
  await bob.next();
  carol.wire.pause();
  for (let count = 0; count < 100; count++) {
    alice.says('x'.repeat(4_000));
    await someTasks(5);
  }
  return bob.unread.filter(line => line.startsWith('[alice] ')).length;
}

it('convicts the room that awaits each: one who stalls stops all', async () => {
  expect(await heardBesideAStalled(p2m)).toBe(100);
  expect(await heardBesideAStalled(wrongRooms.awaitsEach)).toBeLessThan(30);
});

it('convicts the room that forgets nothing: a name is never free again', async () => {
  const place = await open(wrongRooms.forgetsNothing, { world: memoryWorld });
  const alice = await place.enter('alice');
  alice.says('/quit');
  await alice.hears('* In the room: alice', '* Goodbye');
  const again = await place.enter('alice');
  await again.hears('! Taken: alice is here already. Your name?');
});
