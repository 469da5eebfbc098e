// npm run bench:framing [-- --quick] [-- --save] [-- --profile FOLDER]
//
// Compares our decoders with packages that you would install. Not a test: nothing here fails for being slow.

import { loadavg } from 'node:os';
import { leaveWhenNobodyReads } from '../../../lib/terminal/output.ts';
import { benchFlags, flagsOf, profileFlag } from '../../flags.ts';
import { save } from '../page.ts';
import { circumstances } from '../table.ts';
import { groups, tiny } from './cases.ts';
import { footprints } from './footprint.ts';
import { growths } from './growth.ts';
import {
  footprintTable,
  growthTable,
  type Measured,
  ratioTable,
  speedTable,
  titleOf,
} from './report.ts';
import { play } from './rounds.ts';
import { targets } from './targets.ts';

leaveWhenNobodyReads();

const flags = flagsOf('bench:framing', { ...benchFlags, ...profileFlag });
const say = (line: string) => void process.stderr.write(`${line}\n`);
const rounds = flags.quick ? 1 : 5;
const options = { rounds, ms: flags.quick ? 20 : 120, say, profile: flags.profile };

const measured: Measured[] = [];
for (const group of groups) {
  const peers = [group.ours, ...group.others];
  const cells: Measured['cells'][number][] = [];
  const { payload, chunk } = tiny;
  const few = group.cells.filter(
    cell => cell.payload === payload && cell.chunk === chunk,
  );
  for (const cell of flags.quick ? few : group.cells) {
    say(`${group.title}: ${titleOf(cell)}`);
    cells.push({ cell, speeds: await play(peers, cell, options) });
  }
  measured.push({ group, cells });
}
const load = `Load average of the machine at the end: ${loadavg()[0]?.toFixed(1)}.`;
const parts = [`${circumstances(rounds)} ${load}`, ...measured.map(ratioTable)];
if (!flags.quick) parts.push(...(await more()));
const report = `${parts.join('\n\n')}\n`;
process.stdout.write(`\n${report}`);
if (flags.save) save(report, 'docs/bench-framing.md', 'npm run bench:framing');

async function more(): Promise<string[]> {
  say('memory');
  const prints = await footprints(options);
  say('growth');
  const growing = await growths(options);
  return [
    '## Targets',
    targets(measured, prints, growing),
    '## Memory',
    footprintTable(prints),
    '## Growth',
    growthTable(growing),
    '## Frames per second',
    ...measured.map(speedTable),
  ];
}
