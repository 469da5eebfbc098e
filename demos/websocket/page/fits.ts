/** The longest message, in bytes of UTF-8: the room closes the link of a person who sends more. */
const most = 4_096;

/** Returns why a message of `size` bytes cannot be sent; an empty text if it can. */
export function problemWith(size: number): string {
  if (size <= most) return '';
  const [found, limit] = [size, most].map(n => n.toLocaleString('en'));
  return `Too long: ${found} bytes, the limit is ${limit}. A letter may take up to 4 bytes`;
}
