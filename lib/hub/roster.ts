/** The longest list of names, in bytes. With the text around it that makes 1,000. */
const listed = 960;
const separator = ', ';

/** Returns `alice, bob`, or the names that fit and `… and 90 more`. */
export function roster(
  members: Iterable<{ readonly name: string }>,
  size: number,
): string {
  const names: string[] = [];
  let bytes = 0;
  for (const { name } of members) {
    bytes += Buffer.byteLength(name) + (names.length > 0 ? separator.length : 0);
    if (bytes > listed)
      return `${names.join(separator)} … and ${size - names.length} more`;
    names.push(name);
  }
  return names.join(separator);
}
