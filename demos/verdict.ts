// `npm run verdict -- half-duplex caller.jsonl station.jsonl`: joins the records that several programs
// kept of one run, and judges the whole. Each alone may convict; only together can they acquit.

import { runVerdict } from '../lib/terminal/judging.ts';

process.exitCode = runVerdict(process.argv.slice(2));
