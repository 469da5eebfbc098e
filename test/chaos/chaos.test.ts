import { expect, it } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import { p2p } from '../../demos/p2p/demo.ts';
import { takesLong, withLong } from '../long.ts';
import { wrongRooms } from '../p2m/wrong-rooms.ts';
import { TellsAgain, wrongExchange } from '../p2p/steals.ts';
import { chaos } from './chaos.ts';
import { backAtRest, held, memory } from './rest.ts';

/** What a second run may leave in use that the first did not, in megabytes. */
const slack = 8;

it.each([
  ['a room', p2m, 9004],
  ['an exchange', p2p, 9003],
])(
  '%s outlives its guests: two go on talking, and nothing is left behind',
  async (name, program, seed) => {
    await chaos({ program, seed, guests: 4, stall: 150 });
    const [before, used] = [held(), memory()];
    const { counts, faults } = await chaos({
      program,
      seed: seed + 1,
      guests: withLong ? 40 : 8,
      stall: withLong ? 300 : 150,
    });
    process.stdout.write(`${name}: ${JSON.stringify(counts)}\n`);
    expect(faults).toEqual([]);
    // A busy machine leaves them time for fewer.
    expect(counts.words).toBeGreaterThan(20);
    expect(await backAtRest(before)).toEqual(before);
    expect(memory() - used).toBeLessThan(slack);
  },
);

it.for([
  ['sendsBack', / heard its own words/],
  ['forgetsNothing', /the name g\d+ was never free again/],
  ['awaitsEach', / waited \d+ ms| was not heard for a second/],
  ['passesAsIs', / heard a forged line| was not heard for a second/],
  ['answersWithoutLimit', /the room grew by 40 MB/],
] as const)('convicts the room that %s', async ([name, fault], test) => {
  if (name !== 'sendsBack' && name !== 'passesAsIs') takesLong(test);
  const program = wrongRooms[name];
  const { faults } = await chaos({ program, seed: 1, guests: 200, stall: 6_000 });
  expect(faults.join()).toMatch(fault);
});

it('convicts the exchange that tells of a call each time', async () => {
  const { faults } = await chaos({
    program: wrongExchange(new TellsAgain()),
    seed: 1,
    guests: 400,
    stall: 300,
  });
  expect(faults.join()).toMatch(/was told \d+ times that one calls/);
});
