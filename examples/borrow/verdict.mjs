// The verdict on a run, from the records that its programs kept.
//
//     node verdict.mjs half-duplex caller.jsonl station.jsonl

import { readFileSync } from 'node:fs';
import { fromJsonLines, judgeRecords, report } from 'duplex-modes/trace';

const [mode, ...files] = process.argv.slice(2);
const records = files.map(name => ({
  name,
  events: fromJsonLines(readFileSync(name, 'utf8')),
}));
console.log(report(judgeRecords(mode, records)));
