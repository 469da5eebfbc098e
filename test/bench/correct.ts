// Nothing lost, cut or out of order, whatever the size: every byte is compared.

import { sizes } from './cases.ts';
import { Child } from './child.ts';
import { join, leave } from './crowd.ts';
import { talk } from './load.ts';

/** What a member may have unread before it is cut is 256 KiB; nobody here has half of that. */
const underWay = 131_072;
const members = 10;

/** Gives the number of deliveries that were compared; throws at the first wrong byte. */
export async function correct(say: (line: string) => void): Promise<number> {
  const child = await Child.start('ours');
  let compared = 0;
  for (const senders of [1, 4, 9]) {
    for (const size of sizes) {
      const crowd = await join(child.port, members);
      const window = Math.max(1, Math.floor(underWay / senders / (size + 9)));
      const load = { senders, window, size, messages: 500, named: true };
      compared += (await talk(crowd, load)).deliveries;
      await leave(crowd);
    }
    say(`  ${senders} of ${members} speak, ${sizes.join(', ')} B: every byte is right`);
  }
  await child.stop();
  return compared;
}
