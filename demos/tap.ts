// A tap between any two TCP programs: `npm run tap -- 9999 127.0.0.1:9002`. A program that connects
// to port 9999 talks to port 9002, and this terminal draws what both say. Ctrl-C ends it.
// docs/tap.md says what it can prove.

import { runTap } from '../lib/terminal/tap/run-tap.ts';

process.exitCode = await runTap(process.argv.slice(2));
process.stdout.write('', () => setImmediate(() => process.exit()));
