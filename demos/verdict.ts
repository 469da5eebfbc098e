// `npm run verdict -- half-duplex caller.jsonl station.jsonl`: joins the records that several programs
// kept of one run, and judges the whole. Each of them alone proves nothing.

import { clean } from '../lib/connection/clean.ts';
import { foldTo, lineWidth } from '../lib/terminal/fold.ts';
import { otherwise } from '../lib/terminal/meant.ts';
import { complain, leaveWhenNobodyReads, print } from '../lib/terminal/output.ts';
import { checkLinks, readRecord } from '../lib/terminal/records.ts';
import { join, judge, type Mode, report } from '../lib/trace/index.ts';

const modes: readonly string[] = [
  'simplex',
  'half-duplex',
  'full-duplex',
] satisfies Mode[];
const [mode = '', ...files] = process.argv.slice(2);

const usage = `MODE FILE...: a mode (${modes.join(', ')}), then records (.jsonl)`;

leaveWhenNobodyReads();
if (mode === '--help') {
  for (const row of foldTo(lineWidth(), `npm run verdict -- ${usage}`, '    '))
    print(row);
} else if (mode === '' || (modes.includes(mode) && files.length === 0))
  refuse(`expected ${usage}`);
else if (!modes.includes(mode)) refuse(`no mode "${mode}": ${otherwise(mode, modes)}`);
else judgeTogether(mode as Mode);

function refuse(why: string): void {
  complain(`verdict: ${why}`);
  process.exitCode = 2;
}

function judgeTogether(mode: Mode): void {
  try {
    const records = files.map(readRecord);
    checkLinks(records);
    const verdict = judge(mode, join(records.map(({ events }) => events)));
    print(clean(report(verdict)));
    process.exitCode = verdict.result === 'broken' ? 1 : 0;
  } catch (error) {
    complain(`verdict: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
