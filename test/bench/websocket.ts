// npm run bench:websocket [-- --quick] [-- --save]
//
// The room's second door beside the broadcast example of ws. Not a test: nothing here fails for being slow.

import { parseArgs } from 'node:util';
import { leaveWhenNobodyReads } from '../../lib/terminal/output.ts';
import { type Case, webCases } from './cases.ts';
import { save } from './page.ts';
import { play, type Result } from './rounds.ts';
import type { ServerName } from './server.ts';
import { circumstances, loadTable } from './table.ts';

leaveWhenNobodyReads();

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});
const rounds = flags.quick ? 1 : 5;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const results = new Map<Case, Map<ServerName, Result>>();
for (const one of flags.quick ? webCases.slice(0, 1) : webCases) {
  say(one.title);
  results.set(one, await play(one, { rounds, say }));
}
const report = `${circumstances(rounds)}\n\n${loadTable(results, ['ws', 'ws-once'])}\n`;
process.stdout.write(`\n${report}`);
if (flags.save) save(report, 'docs/websocket.md');
