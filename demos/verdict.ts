// `npm run verdict -- half-duplex caller.jsonl station.jsonl`: joins the records that several programs
// kept of one run, and judges the whole. Each of them alone proves nothing.

import { readFileSync } from 'node:fs';
import { clean } from '../lib/connection/index.ts';
import { complain, leaveWhenNobodyReads, print } from '../lib/terminal/index.ts';
import { fromJsonLines, join, judge, type Mode, report } from '../lib/trace/index.ts';

const modes: readonly string[] = [
  'simplex',
  'half-duplex',
  'full-duplex',
] satisfies Mode[];
const [mode = '', ...files] = process.argv.slice(2);

leaveWhenNobodyReads();
if (!modes.includes(mode) || files.length === 0) {
  complain(
    `verdict: expected MODE FILE...: a mode (${modes.join(', ')}), then records (.jsonl)`,
  );
  process.exitCode = 2;
} else judgeTogether(mode as Mode);

function judgeTogether(mode: Mode): void {
  try {
    const records = files.map(file => fromJsonLines(readFileSync(file, 'utf8')));
    const verdict = judge(mode, join(records));
    print(clean(report(verdict)));
    process.exitCode = verdict.result === 'broken' ? 1 : 0;
  } catch (error) {
    complain(`verdict: ${clean((error as Error).message)}`);
    process.exitCode = 1;
  }
}
