import { realClock } from '../../connection/clock.ts';
import type { CodecFor } from '../../connection/codecs.ts';
import type { Wire } from '../../connection/wire.ts';
import { namedFramings } from '../../framing/framings.ts';
import { text } from '../../framing/index.ts';
import type { Door } from '../../transport/door.ts';
import { faulty } from '../../transport/faults/faulty.ts';
import { faultsOf } from '../../transport/faults/options.ts';
import type { Chosen } from '../flags/options.ts';

/** The framing that `--framing` names. */
export function framingOf({ framing = 'lines' }: Pick<Chosen, 'framing'>): CodecFor {
  const bytes = namedFramings[framing];
  return maxPayload => text(bytes({ maxPayload }));
}

/** Adds the chosen faults to wires. The faults of datagrams are added earlier, at the port. */
export function spoiling({ faults }: Door, chosen: Chosen): (wire: Wire) => Wire {
  const given = faultsOf(chosen);
  const sound = faults !== 'stream' || Object.keys(given).length === 0;
  return wire => (sound ? wire : faulty(wire, given, realClock, 'both'));
}

/**
 * Returns how much longer than usual a short message and its answer may take over that link, in
 * milliseconds.
 */
export function slowness(chosen: Chosen): number {
  const { delay = 0, jitter = 0, bandwidth = Infinity } = faultsOf(chosen);
  return 2 * (delay + jitter) + 256_000 / bandwidth;
}

/** Datagrams have no connection: the room may not have heard of this client yet. */
export const reached = ({ faults }: Door, { address }: Wire): string =>
  `${faults === 'stream' ? 'connected' : 'talking'} to ${address}`;
