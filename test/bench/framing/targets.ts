// What we set out to reach, and whether this run did.

import { long, tiny } from './cases.ts';
import { type Footprint, owns } from './footprint.ts';
import type { Growth } from './growth.ts';
import type { Peer } from './peers/index.ts';
import { type Measured, ratio, times, titleOf } from './report.ts';
import type { Workload } from './workload.ts';

/** Our decoder compared with one other package, in one cell of the table. */
interface Match {
  readonly title: string;
  readonly cell: Workload;
  readonly peer: Peer;
  readonly ratio: number;
  /** How many times as fast as that peer a loop by hand is, where there is one. */
  readonly byHand: number | undefined;
}

export function targets(
  measured: readonly Measured[],
  prints: readonly Footprint[],
  growths: readonly Growth[],
): string {
  const matches = measured.flatMap(matchesOf);
  const owners = new Set(prints.filter(owns).map(({ peer }) => peer));
  const against = (peer: string, where: Workload) =>
    matches.filter(
      ({ peer: name, cell }) =>
        name.startsWith(peer) && titleOf(cell) === titleOf(where),
    );
  const short = matches.filter(({ cell }) => cell.payload <= 128 && !cell.accents);
  const prefixed = (peer: string, kind: string) =>
    short.filter(match => match.peer.startsWith(peer) && match.title.endsWith(kind));
  const owned = matches.filter(({ peer }) => owners.has(peer));
  const sharing = matches.filter(({ peer }) => !owners.has(peer));
  const held = prints
    .filter(({ peer }) => isOurs(peer))
    .flatMap(print => [...print.held]);
  const exponents = (whose: (peer: Peer) => boolean) =>
    growths.filter(({ peer }) => whose(peer)).map(({ exponent }) => exponent);
  return [
    speed('ahead of every peer whose frames have memory of their own', 1, owned),
    speed('ahead of the peers that share memory too', 1, sharing),
    speed('tiny lines: 1.5 × `split2("\\n")`', 1.5, against('split2("', tiny)),
    speed('tiny lines: 4 × `node:readline`', 4, against('node:readline', tiny)),
    speed('lines of 4 MiB: 100 × `split2`', 100, against('split2', long)),
    speed('lines of 4 MiB: 5 × `node:readline`', 5, against('node:readline', long)),
    ...['text', 'bytes'].flatMap(kind => [
      speed(
        `16 to 128 B after a length, as ${kind}: 3 × \`length-prefixed-stream\``,
        3,
        prefixed('length-prefixed-stream', kind),
      ),
      speed(
        `16 to 128 B after a length, as ${kind}: 10 × \`it-length-prefixed\``,
        10,
        prefixed('it-length-prefixed', kind),
      ),
    ]),
    most('at most 2 B held per byte received', 2, held),
    most(
      'growth to 16 MiB: exponent at most 1.2',
      1.2,
      exponents(isOurs),
      exponents(isByHand),
    ),
  ].join('\n');
}

const isByHand = (peer: Peer) => peer.startsWith('by hand');
const isOurs = (peer: Peer) => peer.startsWith('ours');

function matchesOf({ group, cells }: Measured): Match[] {
  const { title, ours, others } = group;
  const hand = others.find(isByHand);
  return cells.flatMap(({ cell, speeds }) =>
    others
      .filter(peer => peer !== hand)
      .map(peer => ({
        title,
        cell,
        peer,
        ratio: ratio(speeds, ours, peer),
        byHand: hand && ratio(speeds, hand, peer),
      })),
  );
}

/** How many of the lost matches are named, the worst first. */
const NAMED = 3;

/** Every match must be won by at least so much. */
function speed(what: string, least: number, matches: readonly Match[]): string {
  const sorted = [...matches].sort((a, b) => a.ratio - b.ratio);
  const lost = sorted.filter(match => !(match.ratio >= least));
  const [worst] = sorted;
  if (worst === undefined) return `- not measured: ${what}`;
  if (lost.length === 0) return `- **met**: ${what} (least: ${times(worst.ratio)})`;
  const where = lost
    .slice(0, NAMED)
    .map(
      ({ cell, peer, ratio, byHand }) =>
        `${times(ratio)} × \`${peer}\` at ${titleOf(cell)}${reached(byHand)}`,
    );
  const of = `${matches.length - lost.length} of ${matches.length}`;
  return `- **missed** (met in ${of}): ${what}. ${where.join('; ')}`;
}

const reached = (byHand: number | undefined) =>
  byHand === undefined ? '' : ` (by hand ${times(byHand)} ×)`;

function most(
  what: string,
  limit: number,
  figures: readonly number[],
  byHand?: readonly number[],
): string {
  const worst = Math.max(...figures);
  const verdict = worst <= limit ? '**met**' : '**missed**';
  const hand =
    byHand === undefined ? '' : `; by hand ${Math.max(...byHand).toFixed(2)}`;
  return `- ${verdict}: ${what} (most: ${worst.toFixed(2)}${hand})`;
}
