import { expect, it } from 'vitest';
import { realClock } from '../../lib/connection/clock.ts';
import { doorCalled } from '../../lib/transport/doors.ts';
import { firstOf } from '../conformance/links.ts';
import { needs } from '../needs.ts';

it.for(['tcp', 'websocket'] as const)(
  'a server is found at its address of IPv6: %s',
  async (name, test) => {
    needs(test, 'IPv6 on the loopback');
    const network = await doorCalled(name).network();
    const link = { clock: realClock, faults: {} };
    const entrance = await network.listen({ ...network.anywhere(), host: '::1' }, link);
    const near = await network.connect(entrance.at, link);
    const far = await firstOf(entrance.wires);
    expect(near.address).toMatch(/^\[::1\]:\d+/);
    for (const wire of [near, far]) wire.destroy();
    await entrance.close();
  },
);
