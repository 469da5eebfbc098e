import { expect, it } from 'vitest';
import type { Wire } from '../../lib/connection/wire.ts';
import { lossy } from '../../lib/transport/faults/lossy.ts';
import type { Faults } from '../../lib/transport/faults/table.ts';
import { connectBy } from '../../lib/transport/udp/datagram-connect.ts';
import { arrived, open, type Place } from './place.ts';

/** What a link's end tells, by name, with the time of the last. */
class Log {
  readonly told: string[] = [];
  at = 0;

  constructor(place: Place, wire: Wire) {
    const tell = (what: string) => () => {
      this.told.push(what);
      this.at = place.clock.now();
    };
    wire.start({
      chunk() {},
      drained() {},
      ended: tell('ended'),
      reset: tell('reset'),
      closed: tell('closed'),
    });
  }
}

async function enter(place: Place, faults: Faults): Promise<Wire | undefined> {
  const port = lossy(place.port(), faults, place.clock);
  let wire: Wire | undefined;
  connectBy(port, place.address, { clock: place.clock, name: 'alice' }).then(
    got => {
      wire = got;
    },
    () => {},
  );
  for (let tries = 0; tries < 14 && wire === undefined; tries++) {
    await arrived();
    if (wire === undefined) await place.pass(500);
  }
  return wire;
}

it('is confirmed within three seconds over a link that loses half, and leaves no ghost', async () => {
  let left = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const place = open();
    const wire = await enter(place, { loss: 50, seed });
    if (wire === undefined) continue;
    const log = new Log(place, wire);
    const since = place.clock.now();
    wire.end();
    await place.pass(3_100);
    if (log.told[0] === 'closed') left++;
    expect(log.at - since).toBeLessThanOrEqual(3_000);
    const again = place.raw();
    await again.join('alice');
    expect(again.news()).toContain('say TALK 1 * In the room: alice');
  }
  expect(left).toBeGreaterThan(25);
});

it('is reported as unconfirmed, after three seconds, if nobody answers', async () => {
  const place = open();
  const faults = { loss: 0 };
  const wire = await enter(place, faults);
  if (wire === undefined) throw new Error('Cannot leave: never came in');
  const log = new Log(place, wire);
  faults.loss = 100;
  wire.end();
  await place.pass(2_900);
  expect(log.told).toEqual([]);
  await place.pass(200);
  expect(log.told).toEqual(['reset', 'closed']);
});

it('is also confirmed by a room that no longer knows the talk', async () => {
  const place = open();
  const alice = place.raw();
  await alice.join('alice');
  alice.type('bye TALK 0');
  alice.type('bye TALK 0');
  await arrived();
  expect(alice.news().slice(-2)).toEqual(['bye TALK 1', 'who? TALK']);
});
