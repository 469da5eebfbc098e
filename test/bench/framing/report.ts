// The figures as tables: ratios first.

import { table, whole } from '../table.ts';
import type { Group } from './cases.ts';
import { type Footprint, owns } from './footprint.ts';
import { type Growth, mebibytes } from './growth.ts';
import type { Peer } from './peers/index.ts';
import type { Speed } from './rounds.ts';
import type { Workload } from './workload.ts';

/** What was measured of one group: a map from peer to speed for each of its cells. */
export interface Measured {
  readonly group: Group;
  readonly cells: readonly {
    readonly cell: Workload;
    readonly speeds: ReadonlyMap<Peer, Speed>;
  }[];
}

/** How many times as fast as `peer` ours is; Infinity: the peer took too long. */
export function ratio(
  speeds: ReadonlyMap<Peer, Speed>,
  ours: Peer,
  peer: Peer,
): number {
  const [mine, theirs] = [speeds.get(ours), speeds.get(peer)];
  if (typeof mine !== 'number') return Number.NaN;
  return typeof theirs === 'number' ? mine / theirs : Infinity;
}

export function ratioTable({ group, cells }: Measured): string {
  const { ours, others } = group;
  const rows = cells.map(({ cell, speeds }) => [
    titleOf(cell),
    ...others.map(peer => {
      const speed = speeds.get(peer);
      return typeof speed === 'string'
        ? short(speed)
        : times(ratio(speeds, ours, peer));
    }),
  ]);
  const head = ['ours is … times as fast as', ...others.map(name => `\`${name}\``)];
  return `${heading(group)}\n\n${table([head, ...rows])}`;
}

export function speedTable({ group, cells }: Measured): string {
  const all = [group.ours, ...group.others];
  const rows = cells.map(({ cell, speeds }) => [
    titleOf(cell),
    ...all.map(peer => {
      const speed = speeds.get(peer);
      return typeof speed === 'number' ? significant(speed) : short(speed ?? '');
    }),
  ]);
  const head = ['frames per CPU second', ...all.map(name => `\`${name}\``)];
  return `${heading(group)}\n\n${table([head, ...rows])}`;
}

export function footprintTable(all: readonly Footprint[]): string {
  const rows = all.map(print => [
    `\`${print.peer}\``,
    owns(print) ? 'its own' : 'shared',
    `${whole(Math.max(0, print.kept))} B`,
    ...print.held.map(held => (held < 0.05 ? 'under 0.1' : held.toFixed(1))),
  ]);
  const head = ['peer', "a frame's memory", 'a kept frame of 16 B keeps'];
  const held = ['held per byte, 1 B chunks', 'held per byte, 1,460 B chunks'];
  return table([[...head, ...held], ...rows]);
}

export function growthTable(all: readonly Growth[]): string {
  const rows = all.map(({ peer, ms, exponent }) => [
    `\`${peer}\``,
    ...ms.map(time => time.toFixed(1)),
    exponent.toFixed(2),
  ]);
  const head = [
    'one frame, 1,460 B chunks',
    ...mebibytes.map(size => `${size} MiB, ms`),
  ];
  return table([[...head, 'exponent'], ...rows]);
}

export function titleOf({ payload, chunk, accents }: Workload): string {
  const kind = accents ? ' not ASCII' : '';
  return `${bytes(payload)}${kind} in ${bytes(chunk)} chunks`;
}

const bytes = (count: number) => {
  if (count >= 1_048_576) return `${count / 1_048_576} MiB`;
  if (count >= 65_536) return `${count / 1_024} KiB`;
  return count === 1_024 ? '1 KiB' : `${whole(count)} B`;
};

const heading = ({ title }: Group) => `**${title[0]?.toUpperCase()}${title.slice(1)}**`;

/** Two digits are as many as such a figure is worth. */
export const times = (ratio: number) =>
  ratio >= 10
    ? whole(Number(ratio.toPrecision(2)))
    : ratio.toFixed(1 + Number(ratio < 2));

/** An error's first words: those that belong to every one of them say nothing. */
const short = (why: string) => why.replace(/^Error: /, '');

const significant = (speed: number) =>
  speed < 10 ? speed.toPrecision(2) : whole(Number(speed.toPrecision(3)));
