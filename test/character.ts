import fc from 'fast-check';

/** The halves of UTF-16's pairs are not characters: their number, and the first of them. */
const [firstHalf, halves] = [0xd800, 0x800];

const character = (nth: number): string =>
  String.fromCodePoint(nth < firstHalf ? nth : nth + halves);

/** The way back, by which fast-check knows that `__proto__` and its like can be said. */
function nthOf(text: unknown): number {
  const nth = typeof text === 'string' ? (text.codePointAt(0) ?? 0) : 0;
  const back = nth < firstHalf ? nth : nth - halves;
  if (character(back) === text) return back;
  throw new Error(`Expected a single character, found ${String(text)}`);
}

/** Any character as a string's unit: fast-check's `binary`, without its table of all 1.1 million. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff - halves })
  .map(character, nthOf);
