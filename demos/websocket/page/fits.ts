/** What a person may say, in bytes of UTF-8: the room ends the link of one who says more. */
const most = 4_096;

/** What is wrong with words that are to be said; nothing, where the text is empty. */
export function problemWith(size: number): string {
  if (size <= most) return '';
  const [found, limit] = [size, most].map(n => n.toLocaleString('en'));
  return `Too long: ${found} bytes, the limit is ${limit}. A letter may take up to 4 bytes`;
}
