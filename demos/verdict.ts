// `npm run verdict -- half-duplex caller.jsonl station.jsonl`: joins the records that several
// programs kept of one run, and judges them together. One record alone can prove a violation; only
// all records together can prove that there was none.

import { runVerdict } from '../lib/terminal/record/judging.ts';

process.exitCode = runVerdict(process.argv.slice(2));
