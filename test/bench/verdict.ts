// `npm run bench:verdict`: how long the verdict on a million events takes, and how much memory. It runs
// the command that users run, on records that are made for it.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveWhenNobodyReads, print } from '../../lib/terminal/output.ts';
import { Pages } from './pages.ts';

leaveWhenNobodyReads();
const folder = mkdtempSync(join(tmpdir(), 'duplex-'));
try {
  measure('half-duplex', 'two ends who take turns', turns(250_000));
  measure('full-duplex', 'a room of 50', room(50, 10_000));
} finally {
  rmSync(folder, { recursive: true });
}

function measure(mode: string, what: string, pages: Pages): void {
  const files = [...pages.records].map(([end, text]) => {
    const file = join(folder, `${end}.jsonl`);
    writeFileSync(file, text);
    return file;
  });
  const tells = `process.on('exit', () => console.error(process.resourceUsage().maxRSS))`;
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${tells}`,
      'run.js',
      'demos/verdict.ts',
      mode,
      ...files,
    ],
    { encoding: 'utf8' },
  );
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const megabytes = Math.round(Number(stderr.trim()) / 1_000);
  print(
    `${pages.events.toLocaleString('en')} events, ${what}: ${seconds} s, ${megabytes} MB, exit ${status}`,
  );
  print(`  ${stdout.trim()}`);
}

function turns(rounds: number): Pages {
  const pages = new Pages();
  pages.open('alice', 'station');
  for (let round = 0; round < rounds; round++) {
    pages.says('alice', 'station', `question ${round}`);
    pages.says('station', 'alice', `answer ${round}`);
  }
  pages.close('alice', 'station');
  return pages;
}

/** One member says what the room passes on to all others; finally two speak before they hear each other. */
function room(members: number, messages: number): Pages {
  const pages = new Pages();
  const names = Array.from({ length: members }, (_, index) => `member${index}`);
  for (const name of names) pages.open(name, 'room', 'relay');
  for (let message = 0; message < messages; message++)
    pages.tells('member0', 'room', names);
  pages.cross('member0', 'member1', 'room');
  for (const name of names) pages.close(name, 'room');
  return pages;
}
