// npm run bench:websocket [-- --quick] [-- --save]
//
// Compares the room's second door with the broadcast example of ws. Not a test: nothing here fails
// for being slow.

import { leaveWhenNobodyReads } from '../../lib/terminal/output.ts';
import { benchFlags, flagsOf } from '../flags.ts';
import { type Case, webCases } from './cases.ts';
import { affordable, type Idle, idle } from './idle.ts';
import { type Joining, joining } from './joining.ts';
import { save } from './page.ts';
import { play, type Result } from './rounds.ts';
import type { ServerName } from './server.ts';
import { circumstances, idleTable, joiningTable, loadTable } from './table.ts';
import { webFrames } from './tongue.ts';

leaveWhenNobodyReads();

const flags = flagsOf('bench:websocket', benchFlags);
const rounds = flags.quick ? 1 : 5;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const results = new Map<Case, Map<ServerName, Result>>();
for (const one of flags.quick ? webCases.slice(0, 1) : webCases) {
  say(one.title);
  results.set(one, await play(one, { rounds, say }));
}
const parts = [circumstances(rounds), loadTable(results, ['ws', 'ws-once', 'bun'])];
if (!flags.quick) parts.push(await silent(), await joined());
const report = `${parts.join('\n\n')}\n`;
process.stdout.write(`\n${report}`);
if (flags.save) save(report, 'docs/websocket.md', 'npm run bench:websocket');

async function silent(): Promise<string> {
  const connections = affordable();
  say(`${connections} silent connections`);
  const all: Idle[] = [];
  for (const name of ['web-ours', 'ws'] as const)
    all.push(await idle(name, connections, webFrames));
  return idleTable(all);
}

async function joined(): Promise<string> {
  say('joining');
  const all: Joining[] = [];
  for (const members of [1_000, 5_000])
    all.push(await joining('web-ours', members, webFrames));
  return joiningTable(all);
}
