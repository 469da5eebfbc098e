import { describe, it } from 'vitest';
import { realClock } from '../../lib/connection/clock.ts';
import { framings } from '../../lib/tap/framings.ts';
import { TappedLink } from '../../lib/tap/tapped-link.ts';
import { pass } from '../../lib/terminal/tap/pass.ts';
import type { Faults } from '../../lib/transport/faults/table.ts';
import { joined, memory, tcp } from '../conformance/links.ts';
import {
  allChecks,
  holds,
  type Link,
  type Transport,
} from '../conformance/transport.ts';
import { takesLong } from '../long.ts';

const MiB = 1_048_576;

/** A link with a tap in it. */
const tapped = (
  open: () => Promise<Link>,
  framing: keyof typeof framings,
  faults: Faults = {},
) =>
  joined(open, (near, far) => {
    const link = new TappedLink({
      link: near.link,
      names: ['caller', 'server'],
      codec: framings[framing],
      now: () => 0,
    });
    pass([near, far], link, { faults, clock: realClock }, () => link.flush());
  });

// A tap is transparent if two ends cannot tell that it is there: it keeps what every transport keeps.
const transports: Transport[] = [
  { name: 'over tcp, read as chunks', open: tapped(tcp, 'raw'), large: 8 * MiB },
  {
    name: 'over tcp, read as lengths',
    open: tapped(tcp, 'length'),
    large: 4 * MiB,
    long: true,
  },
  {
    name: 'in memory, read as lines',
    open: tapped(memory, 'lines'),
    large: MiB,
    long: true,
  },
  {
    name: 'that holds for 2 ms',
    open: tapped(tcp, 'lines', { delay: 2 }),
    large: 2 * MiB,
    long: true,
  },
];

describe.each(transports)('a tap $name', transport => {
  it.for(Object.entries(allChecks))('%s', async ([, check], test) => {
    if (transport.long) takesLong(test);
    await holds(check, transport);
  });
});
