import { expect, it } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import { readOptions } from '../../lib/options/read.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import { someTasks } from '../connection/pair.ts';
import { open } from '../hub/place.ts';
import { members, settled } from './members.ts';

const room = (flags = {}) =>
  open(p2m, { world: memoryWorld, flags: { 'without-order': '', ...flags } });

it('without an order, too, disconnects a member that does not read', async () => {
  const place = await room({ queue: '10000' });
  const [alice, bob, carol] = await members(place, 'alice', 'bob', 'carol');
  carol.wire.pause();
  for (let count = 0; count < 100; count++) {
    alice.says('x'.repeat(1_000));
    await someTasks(5);
    place.clock.moveTo(place.clock.now() + 100);
  }
  expect(await bob.rest()).toContain('* carol left (2 here)');
  await carol.hearsTheReset();
});

it('without an order, a member that leaves before its turn does not hear the words', async () => {
  const place = await room();
  const [alice, bob, carol] = await members(place, 'alice', 'bob', 'carol');
  alice.says('Tea?');
  await alice.rest();
  carol.says('/quit');
  await carol.hears('* Goodbye');
  await carol.hearsTheEnd();
  await settled(place, []);
  await bob.hears('* carol left (2 here)', '[alice] Tea?');
});

it.each(['fan-out=tick', 'burst=1000'])(
  'a room without an order refuses --%s, which it would ignore',
  flag =>
    expect(() => readOptions(['--without-order', `--${flag}`], p2m.options)).toThrow(
      '--without-order does not work together with --',
    ),
);
