import { expect, it } from 'vitest';
import { takesLong, withLong } from '../../long.ts';
import { backAtRest, held, memory } from '../rest.ts';
import { datagramChaos } from './chaos.ts';
import { memoryWorld, realWorld } from './world.ts';
import { wrong } from './wrong.ts';

/** What a second run may leave in use that the first did not, in megabytes. */
const slack = 8;

it.each([
  ['memory', memoryWorld, { seed: 3, guests: withLong ? 60 : 30 }, 50],
  // Nobody here falls silent: in real time we would have to wait for that.
  ['real UDP', realWorld, { seed: 6, guests: withLong ? 8 : 4 }, 20],
])('a room by datagram outlives its guests, in %s', async (name, world, run, words) => {
  await datagramChaos({ world: memoryWorld(), seed: 1, guests: 10 });
  const [before, used] = [held(), memory()];
  const { counts, faults } = await datagramChaos({ world: world(), ...run });
  process.stdout.write(`${name}: ${JSON.stringify(counts)}\n`);
  expect(faults).toEqual([]);
  expect(counts.words).toBeGreaterThan(words);
  expect(await backAtRest(before)).toEqual(before);
  expect(memory() - used).toBeLessThan(slack);
});

const quick = ['sends back', 'hears repeats', 'tells no gap', 'takes used tokens'];

it.for(Object.entries(wrong))(
  'convicts the room that %s',
  async ([name, [parts, fault]], test) => {
    if (!quick.includes(name)) takesLong(test);
    const world = memoryWorld();
    const { faults } = await datagramChaos({ world, seed: 2, guests: 200, ...parts });
    expect(faults.join()).toMatch(fault);
  },
);
