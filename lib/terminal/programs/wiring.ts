import { realClock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { lengthPrefixed, lines, netstring, text } from '../../framing/index.ts';
import { type CodecFor, datagramCodec } from '../../scene/world/flags.ts';
import { faulty } from '../../transport/faults/faulty.ts';
import { type Faults, faultNames, faultOf } from '../../transport/faults/table.ts';
import type { Flags } from '../flags/arguments.ts';

const framings = new Map([
  ['lines', lines],
  ['length', lengthPrefixed],
  ['netstring', netstring],
]);

/** The framing that `--framing` names. A command without it talks by datagrams. */
export function framingOf(flags: Flags): CodecFor {
  if (!flags.has('framing')) return datagramCodec;
  const bytes = framings.get(flags.get('framing') ?? 'lines') ?? lines;
  return maxPayload => text(bytes({ maxPayload }));
}

/** The faulty link that the flags ask for. */
export const faultsOf = (flags: Flags): Faults =>
  Object.fromEntries(
    faultNames
      .filter(name => flags.has(name))
      .map(name => [name, faultOf(name).unit === undefined || Number(flags.get(name))]),
  );

/** A wire behind that link. Datagrams are spoilt before they make a wire. */
export const spoilt = (wire: Wire, flags: Flags): Wire =>
  flags.has('framing') ? faulty(wire, faultsOf(flags), realClock, 'both') : wire;

/** Returns how much longer than usual a short message and its answer may take over that link, in milliseconds. */
export function slowness(flags: Flags): number {
  const { delay = 0, jitter = 0, bandwidth = Infinity } = faultsOf(flags);
  return 2 * (delay + jitter) + 256_000 / bandwidth;
}
