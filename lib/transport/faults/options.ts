import { type Option, type Options, onOff, whole } from '../../options/option.ts';
import { faultsFor } from './faults.ts';
import {
  type Fault,
  type Faults,
  faultNames,
  faultOf,
  type LinkKind,
  units,
} from './table.ts';

/** The flags for a faulty link of that kind. They have the names that a scene uses after `link:`. */
export const faultOptions = (kind: LinkKind): Options =>
  Object.fromEntries(faultsFor(kind).map(name => [name, optionOf(faultOf(name))]));

function optionOf({ unit, help }: Fault): Option {
  const group = 'for a faulty link';
  if (unit === undefined) return { ...onOff(help), group };
  const { value, range } = units[unit];
  return { ...whole(value, range, help), group };
}

/** The faulty link that was chosen. */
export function faultsOf(chosen: Readonly<Record<string, unknown>>): Faults {
  const given = faultNames.map(name => [name, chosen[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => (value ?? false) !== false));
}
