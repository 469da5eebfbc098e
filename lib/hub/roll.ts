/** The longest list of names, in bytes: with what stands around it, 1,000. */
const listed = 960;

/** `alice, bob`, or as many as fit and `… and 90 more`. */
export function roll(
  members: Iterable<{ readonly name: string }>,
  size: number,
): string {
  let names = '';
  let count = 0;
  for (const { name } of members) {
    const longer = count === 0 ? name : `${names}, ${name}`;
    if (Buffer.byteLength(longer) > listed)
      return `${names} … and ${size - count} more`;
    names = longer;
    count++;
  }
  return names;
}
