import { cpus } from 'node:os';
import type { Case } from './cases.ts';
import type { Idle } from './idle.ts';
import type { Joining } from './joining.ts';
import type { Latency } from './latency.ts';
import type { Figures, Result } from './rounds.ts';
import type { ServerName } from './server.ts';
import type { Waits } from './wait.ts';

/** What the reader must know of the machine. */
export function circumstances(rounds: number): string {
  const [first] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} × ${first?.model.trim() ?? 'unknown'}`;
  return `${machine}, Node ${process.version}, ${date}; median of ${rounds} interleaved rounds.`;
}

/** `beside`: the servers that the others are compared with. */
export function loadTable(
  results: ReadonlyMap<Case, Map<ServerName, Result>>,
  beside: readonly ServerName[],
): string {
  const rows = [...results].flatMap(([one, byName]) => {
    const efficiency = (name: ServerName) => middle(byName.get(name), 'perCpu');
    return [...byName].map(([name, result]) => [
      one.title,
      `\`${name}\``,
      ...figures(result),
      ...beside.map(other => times(efficiency(name), efficiency(other))),
    ]);
  });
  return table([[...titles, ...beside.map(other => `× ${other}`)], ...rows]);
}

export function idleTable(all: readonly Idle[]): string {
  const rows = all.map(({ name, connections, rss, heap }) => [
    `\`${name}\``,
    whole(connections),
    `${kib(rss)} KiB`,
    `${kib(heap)} KiB`,
  ]);
  return table([['server', 'silent connections', 'RSS each', 'heap each'], ...rows]);
}

export function waitTable(all: readonly Waits[]): string {
  const rows = all.map(({ neverReads, waits }) => [
    neverReads ? 'never reads, and is disconnected' : 'reads',
    'from line to ear, in ms',
    ...[0.5, 0.99, 1].map(part => quantile(waits, part).toFixed(2)),
  ]);
  return table([
    ['the fourth member', 'of two others', 'median', '99 %', 'longest'],
    ...rows,
  ]);
}

export function latencyTable(all: readonly Latency[]): string {
  const rows = all.map(({ name, waits }) => [
    '200 messages per second to 100 members',
    `\`${name}\``,
    ...[0.5, 0.99].map(part => quantile(waits, part).toFixed(2)),
  ]);
  return table([['from line to ear, in ms', 'server', 'median', '99 %'], ...rows]);
}

export function joiningTable(all: readonly Joining[]): string {
  const rows = all.map(({ name, members, each, last }) => [
    'one after the other, with names',
    `\`${name}\``,
    ...[members, each, last].map(whole),
  ]);
  const head = ['joining', 'server', 'members', 'CPU µs each', 'of the last tenth'];
  return table([head, ...rows]);
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

const titles = [
  'load',
  'server',
  'deliveries/s',
  'deliveries per CPU second',
  'writes per 1,000',
];

function figures(result: Result): string[] {
  if (!Array.isArray(result)) return [result.failed, '', ''];
  return [
    whole(middle(result, 'perSecond')),
    whole(middle(result, 'perCpu')),
    known(middle(result, 'writes')),
  ];
}

const known = (count: number) => (Number.isNaN(count) ? '' : count.toFixed(1));

function middle(result: Result | undefined, what: keyof Figures): number {
  if (!Array.isArray(result)) return Number.NaN;
  const sorted = result.map(figures => figures[what]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const whole = (count: number) => Math.round(count).toLocaleString('en-US');
const kib = (bytes: number) => (bytes / 1_024).toFixed(1);
/** A peer that was not there leaves its place empty. */
function times(mine: number, theirs: number): string {
  const ratio = mine / theirs;
  return Number.isNaN(ratio) ? '' : ratio.toFixed(ratio < 10 ? 2 : 1);
}

export function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column < 2 ? '---' : '---:'));
  return [head, rule, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
