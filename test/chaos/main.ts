// `npm run chaos -- --seconds 120 --seed 7`: everything that may happen to a room, to an exchange,
// and to a room by datagram, for as long as one likes. It prints what it counted, and ends with 1
// where something was amiss.

import { p2m } from '../../demos/p2m/demo.ts';
import { p2p } from '../../demos/p2p/demo.ts';
import { whole } from '../../lib/options/option.ts';
import { leaveWhenNobodyReads } from '../../lib/terminal/output.ts';
import { flagsOf } from '../flags.ts';
import { chaos } from './chaos.ts';
import { backAtRest, held, memory } from './rest.ts';
import { datagramChaos } from './udp/chaos.ts';
import { memoryWorld, realWorld } from './udp/world.ts';

leaveWhenNobodyReads();

const { seconds, seed } = flagsOf('chaos', {
  seconds: whole('SECONDS', [1, 86_400], 'how long all of it takes', 20),
  seed: whole(
    'N',
    [1, 1_000_000_000],
    'seed the random numbers',
    1 + (Date.now() % 100_000),
  ),
});
const say = (words: string) => process.stdout.write(`${words}\n`);
say(`chaos: seed ${seed}, ${seconds} s`);
const each = { seed, seconds: seconds / 3 };
const runs = {
  p2m: () => chaos({ program: p2m, ...each }),
  p2p: () => chaos({ program: p2p, ...each }),
  udp: () => datagramChaos({ world: realWorld(), ...each }),
  // Its seconds are virtual, and take a tenth of the time.
  'udp in memory': () => datagramChaos({ world: memoryWorld(), ...each }),
};
for (const [name, run] of Object.entries(runs)) {
  const before = held();
  const { counts, faults } = await run();
  say(
    `${name}: ${Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  );
  const after = await backAtRest(before);
  if (after !== before)
    say(`${name}: NOT AT REST: ${JSON.stringify({ before, after })}`);
  for (const fault of faults) say(`${name}: ${fault}`);
  say(
    `${name}: ${faults.length === 0 ? 'ok' : 'FAILED'}, ${memory().toFixed(1)} MB in use`,
  );
  if (faults.length > 0 || after !== before) process.exitCode = 1;
}
