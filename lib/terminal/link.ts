import { lengthPrefixed, lines, netstring, text } from '../framing/index.ts';
import type { Framing } from '../scene/index.ts';
import type { Faults } from '../transport/index.ts';
import type { Flags } from './arguments.ts';
import { faultOptions } from './option.ts';

const framings = new Map([
  ['lines', lines],
  ['length', lengthPrefixed],
  ['netstring', netstring],
]);

/** The framing that `--framing` names. */
export function framingOf(flags: Flags): Framing {
  const bytes = framings.get(flags.get('framing') ?? 'lines') ?? lines;
  return maxPayload => text(bytes({ maxPayload }));
}

/** The faulty link that the flags ask for. */
export function faultsOf(flags: Flags): Faults {
  const given = Object.entries(faultOptions).filter(([name]) => flags.has(name));
  return Object.fromEntries(
    given.map(([name, option]) => [
      name,
      'value' in option ? Number(flags.get(name)) : true,
    ]),
  );
}
