import { bytes } from '../framing/bytes.ts';

/** The longest list of names, in bytes. With the text around it that makes 1,000. */
const listed = 960;
const separator = ', ';

type Named = Iterable<{ readonly name: string }>;

/** The first names, as many as fit. */
export interface FirstNames {
  readonly names: string;
  readonly count: number;
}

export function firstNames(members: Named): FirstNames {
  const names: string[] = [];
  let size = 0;
  for (const { name } of members) {
    size += bytes.fromText(name).length + (names.length > 0 ? separator.length : 0);
    if (size > listed) break;
    names.push(name);
  }
  return { names: names.join(separator), count: names.length };
}

/** Returns `alice, bob`, or the names that fit and `… and 90 more`. */
export const withTheRest = ({ names, count }: FirstNames, size: number): string =>
  count < size ? `${names} … and ${size - count} more` : names;

export const roster = (members: Named, size: number): string =>
  withTheRest(firstNames(members), size);
