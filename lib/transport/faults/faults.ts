import type { LinkKind } from './table.ts';
import { type FaultName, type Faults, faultNames, faultOf, isFault } from './table.ts';

/** Whether bytes must wait, or change their shape, in transit. */
export const spoilsTime = (faults: Faults): boolean =>
  faultNames.some(name => faultOf(name).spoils === 'time' && faults[name]);

/** How many bytes pass before the link cuts what follows; Infinity if it never does. */
export const cutsBehind = (faults: Faults): number =>
  Math.min(
    ...faultNames.map(name =>
      faultOf(name).spoils === 'rest' ? Number(faults[name] ?? Infinity) : Infinity,
    ),
  );

export const faultsFor = (kind: LinkKind): FaultName[] =>
  faultNames.filter(name => faultOf(name).of.includes(kind));

/** Returns in a sentence why a fault has no place on a link of that kind; `undefined` if all have. */
export function misfit(names: Iterable<string>, kind: LinkKind): string | undefined {
  const name = [...names].find(
    fault => isFault(fault) && !faultOf(fault).of.includes(kind),
  );
  if (name === undefined) return undefined;
  return kind === 'stream'
    ? `${name} is for datagrams: TCP retransmits what is lost, drops duplicates and restores the order, so a program never sees it (npm run demo:udp)`
    : `${name} is for streams: a datagram arrives whole or not at all, and its link has no FIN and no RST (${faultsFor(kind).join(', ')})`;
}
