import { expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { Crowd } from './crowd.ts';
import { NatsServer } from './nats-server.ts';
import { nodeOn } from './room.ts';

/** How many lines each of four people says. */
const each = 25_000;
const names = ['alice', 'bob', 'carol', 'dave'];

/** Nobody is disconnected as too slow: all members share one process with the test. */
const patient = '--queue 1000000000';

it('100,000 messages are heard once by every member at three nodes, in one order', async test => {
  takesLong(test);
  needs(test, 'nats-server');
  const { url } = await NatsServer.start(test);
  const nodes = [
    await nodeOn(test, url, patient),
    await nodeOn(test, url, patient),
    await nodeOn(test, url, patient),
  ];
  const enter = (name: string, at: number) =>
    Crowd.enter(test, nodes[at % nodes.length]?.program.port ?? 0, name);
  const quiet = await Promise.all(['xenia', 'yuri', 'zoe'].map(enter));
  const loud = await Promise.all(names.map(enter));
  await Promise.all(loud.map(one => one.says(each)));
  const all = await Promise.all(quiet.map(one => one.until(names.length * each)));
  const [order = []] = all;
  expect(new Set(order).size).toBe(names.length * each);
  for (const heard of all) expect(heard).toEqual(order);
  for (const [at, one] of loud.entries()) {
    const others = order.filter(line => !line.startsWith(`[${names[at]}] `));
    expect(await one.until(others.length)).toEqual(others);
  }
  for (const name of names) {
    const own = order.filter(line => line.startsWith(`[${name}] `));
    expect(own).toEqual(
      Array.from({ length: each }, (_, nth) => `[${name}] ${nth + 1}`),
    );
  }
});
