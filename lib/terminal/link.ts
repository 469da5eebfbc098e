import { lengthPrefixed, lines, text } from '../framing/index.ts';
import type { Framing } from '../scene/index.ts';
import type { Faults } from '../transport/index.ts';
import type { Flags } from './arguments.ts';

/** The framing that `--framing` names. */
export function framingOf(flags: Flags): Framing {
  const bytes = flags.get('framing') === 'length' ? lengthPrefixed : lines;
  return maxPayload => text(bytes({ maxPayload }));
}

/** The faulty link that `--chop` and `--delay` ask for. */
export function faultsOf(flags: Flags): Faults {
  const faults: { chop?: number; delay?: number } = {};
  if (flags.has('chop')) faults.chop = Number(flags.get('chop'));
  if (flags.has('delay')) faults.delay = Number(flags.get('delay'));
  return faults;
}
