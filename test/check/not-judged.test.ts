import { afterEach, expect, it } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import { serve } from '../../demos/p2m/server.ts';
import { exitCodeOf } from '../../lib/check/result.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { RoomByTick } from '../../lib/hub/room-by-tick.ts';
import { runningPlace } from '../../lib/terminal/check/running-place.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { runs, strangerThat } from '../scene/stranger.ts';
import { checked } from './checking.ts';

class LetsNobodyGo extends RoomByTick {
  override leave(): void {}
}

const room = demo({
  ...p2m,
  serve: (connections, { clock, flags }) =>
    serve(connections, new LetsNobodyGo({ clock, ...flags })),
});

/** The room would never close them. */
const held: Wire[] = [];
afterEach(() => {
  for (const wire of held.splice(0)) wire.destroy();
});

async function* keeping(wires: AsyncIterable<Wire>) {
  for await (const wire of wires) {
    held.push(wire);
    yield wire;
  }
}

it('does not acquit a server whose failures may come from the players of an earlier scene', async () => {
  const { address, at } = await strangerThat(wires => runs(room)(keeping(wires)));
  const place = runningPlace(address, at);
  const options = { program: p2m, mode: p2m.mode, place, patience: 200 };
  const results = await checked(['p2m/1-one-to-many', 'p2m/3-who'], options);
  expect(results.map(({ outcome }) => outcome)).toEqual(['pass', 'not judged']);
  expect(exitCodeOf(results)).toBe(1);
});
