// npm run bench [-- --quick] [-- --save] [-- --profile FOLDER]
//
// Compares the room with servers that you would write with Node. Not a test: nothing here fails for being slow.

import { leaveWhenNobodyReads } from '../../lib/terminal/output.ts';
import { benchFlags, flagsOf, profileFlag } from '../flags.ts';
import { type Case, cases } from './cases.ts';
import { correct } from './correct.ts';
import { affordable, type Idle, idle } from './idle.ts';
import { type Joining, joining } from './joining.ts';
import { type Latency, latency } from './latency.ts';
import { save } from './page.ts';
import { play, type Result } from './rounds.ts';
import type { ServerName } from './server.ts';
import {
  circumstances,
  idleTable,
  joiningTable,
  latencyTable,
  loadTable,
  waitTable,
} from './table.ts';
import { type Waits, waits } from './wait.ts';

leaveWhenNobodyReads();

const flags = flagsOf('bench', { ...benchFlags, ...profileFlag });
const rounds = flags.quick ? 1 : 5;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const results = new Map<Case, Map<ServerName, Result>>();
for (const one of flags.quick ? cases.slice(0, 1) : cases) {
  say(one.title);
  results.set(one, await play(one, { rounds, say, profile: flags.profile }));
}
const beside = ['split2', 'readline', 'redis', 'nats', 'floor'] as const;
const parts = [circumstances(rounds), loadTable(results, beside)];
if (!flags.quick)
  parts.push(
    await latencies(),
    await joined(),
    await silent(),
    await waited(),
    await checked(),
  );
const report = `${parts.join('\n\n')}\n`;
process.stdout.write(`\n${report}`);
if (flags.save) save(report, 'docs/bench.md', 'npm run bench');

async function latencies(): Promise<string> {
  say('200 messages per second');
  const all: Latency[] = [];
  for (const name of ['ours', 'loop', 'split2'] as const) all.push(await latency(name));
  return latencyTable(all);
}

async function joined(): Promise<string> {
  const all: Joining[] = [];
  for (const members of [1_000, 5_000, affordable()]) {
    say(`${members} join`);
    all.push(await joining('ours', members));
  }
  return joiningTable(all);
}

async function silent(): Promise<string> {
  const connections = affordable();
  say(`${connections} silent connections`);
  const all: Idle[] = [];
  for (const name of ['ours', 'split2', 'readline'] as const) {
    all.push(await idle(name, connections));
    say(`  ${name}: ${Math.round(all.at(-1)?.rss ?? 0)} bytes each`);
  }
  return idleTable(all);
}

async function waited(): Promise<string> {
  say('one who never reads');
  const all: Waits[] = [];
  for (const neverReads of [false, true]) all.push(await waits(neverReads));
  return waitTable(all);
}

async function checked(): Promise<string> {
  say('correctness');
  const compared = await correct(say);
  return `${compared.toLocaleString('en-US')} deliveries of 1 to 4,096 B were compared byte by byte: none lost, cut or out of order.`;
}
