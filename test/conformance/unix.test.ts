import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { realClock } from '../../lib/connection/clock.ts';
import { callAt, listenAt, newPath } from '../../lib/transport/unix/unix.ts';
import { takesLong } from '../long.ts';
import { lacks, needs } from '../needs.ts';
import { firstOf, pumped, spoilt, unix } from './links.ts';
import type { Check } from './pair.ts';
import { allChecks, holds, type Transport } from './transport.ts';

/** A Unix-domain socket has no RST. The system tells by other means, but not an end that has said its last. */
const { 'shows a reset to the end that has half-closed': _, ...kept } = allChecks;

const showsAnEnd: Check = async ({ near, far, here, there }) => {
  here.start();
  there.start();
  near.end();
  await there.hears('ended');
  far.destroy();
  await here.hears('closed');
  assert(here.has('ended') && !here.has('reset'));
};

const MiB = 1_048_576;

const overUnix: readonly Transport[] = [
  { name: 'unix', open: unix, large: 8 * MiB },
  {
    name: 'unix, delay 2',
    open: spoilt(unix, { delay: 2 }, pumped),
    large: 4 * MiB,
    long: true,
  },
];

describe.skipIf(lacks('Unix-domain sockets')).each(overUnix)('$name', transport => {
  it.for(Object.entries(kept))('%s', async ([, check], test) => {
    if (transport.long) takesLong(test);
    await holds(check, transport);
  });

  it('shows an end, and no reset, to the end that has half-closed', async test => {
    if (transport.long) takesLong(test);
    await holds(showsAnEnd, transport);
  });
});

it('has a name of its own for each link, the same at both ends', async test => {
  needs(test, 'Unix-domain sockets');
  const socket = newPath();
  const listener = await listenAt({ socket });
  const nears = [await callAt(socket, realClock), await callAt(socket, realClock)];
  const fars = [await firstOf(listener.wires), await firstOf(listener.wires)];
  expect(nears.map(({ link }) => link)).toEqual([
    `unix:1>${socket}`,
    `unix:2>${socket}`,
  ]);
  expect(fars.map(({ link }) => link)).toEqual(nears.map(({ link }) => link));
  for (const wire of [...nears, ...fars]) wire.destroy();
  await listener.close();
});
