import { table, whole } from '../table.ts';
import type { RoomKind } from './rooms.ts';

/** What a room did in one round. `waits`: until the last member had heard one message, in milliseconds. */
export interface Measured {
  readonly perSecond: number;
  readonly perCpu: number;
  readonly waits: readonly number[];
}

export function clusterTable(
  all: ReadonlyMap<RoomKind, readonly Measured[]>,
  members: number,
): string {
  const beside = efficiencyOf(all, 'socket.io');
  const rows = [...all].map(([{ name, nodes }, rounds]) => {
    const efficiency = middle(rounds.map(({ perCpu }) => perCpu));
    const waits = rounds.flatMap(one => one.waits).sort((a, b) => a - b);
    return [
      `\`${name}\``,
      nodes === 0 ? '' : String(nodes),
      whole(middle(rounds.map(({ perSecond }) => perSecond))),
      whole(efficiency),
      ratio(efficiency, beside.get(nodes)),
      ...[0.5, 0.99].map(part => quantile(waits, part).toFixed(2)),
    ];
  });
  const head = [
    `${members} members`,
    'nodes',
    'deliveries/s',
    'deliveries per CPU second',
    '× socket.io',
    'ms to the last ear, median',
    '99 %',
  ];
  return table([head, ...rows]);
}

/** By the number of nodes. */
const efficiencyOf = (
  all: ReadonlyMap<RoomKind, readonly Measured[]>,
  wanted: string,
): Map<number, number> =>
  new Map(
    [...all].flatMap(([{ name, nodes }, rounds]) =>
      name === wanted ? [[nodes, middle(rounds.map(({ perCpu }) => perCpu))]] : [],
    ),
  );

const ratio = (mine: number, theirs: number | undefined): string =>
  theirs === undefined ? '' : (mine / theirs).toFixed(1);

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
