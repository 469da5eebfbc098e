/**
 * Returns why a message of `size` bytes of UTF-8 cannot be sent; an empty text if it can.
 * `most`: the longest message. The room closes the link of a person who sends more.
 */
export function problemWith(size: number, most: number): string {
  if (size <= most) return '';
  const [found, limit] = [size, most].map(n => n.toLocaleString('en'));
  return `Too long: ${found} bytes, the limit is ${limit}. A letter may take up to 4 bytes`;
}

/** Whether nobody could see anything of a text: it has only spaces and invisible letters. */
export const isBlank = (text: string): boolean =>
  /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text);
