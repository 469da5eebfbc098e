// `npm run verdict -- half-duplex caller.jsonl station.jsonl`: joins the records that several programs
// kept of one run, and judges the whole. Each of them alone proves nothing.

import { readFileSync } from 'node:fs';
import { clean } from '../lib/connection/clean.ts';
import { foldTo, lineWidth } from '../lib/terminal/fold.ts';
import { complain, leaveWhenNobodyReads, print } from '../lib/terminal/output.ts';
import {
  fromJsonLines,
  join,
  judge,
  type Mode,
  report,
  type TraceEvent,
} from '../lib/trace/index.ts';

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
} else if (!modes.includes(mode) || files.length === 0) {
  complain(`verdict: expected ${usage}`);
  process.exitCode = 2;
} else judgeTogether(mode as Mode);

function judgeTogether(mode: Mode): void {
  try {
    const records = files.map(recordOf);
    const verdict = judge(mode, join(records));
    print(clean(report(verdict)));
    process.exitCode = verdict.result === 'broken' ? 1 : 0;
  } catch (error) {
    complain(`verdict: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

function recordOf(file: string): TraceEvent[] {
  try {
    return fromJsonLines(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === undefined ? `${file}: ${message}` : `cannot read ${file} (${code})`;
    throw new Error(why);
  }
}
