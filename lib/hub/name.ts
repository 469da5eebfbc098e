import { inOneScript } from './scripts.ts';

/**
 * The longest name: in characters (code points), and in bytes of UTF-8. docs/protocol.md relies on
 * the bytes.
 */
const [mostCharacters, mostBytes] = [24, 64];

/** The rule in words, for refusals. */
export const rule = `1 to ${mostCharacters} letters, digits, _ or -, a letter first, from one alphabet, at most ${mostBytes} bytes`;

const wellFormed = /^\p{L}[\p{L}\p{Mn}\p{Mc}\p{Nd}_-]*$/u;
/** Matches an invisible letter, or more marks on one letter than any language uses (UTS #39, 5.4). */
const unreadable = /\p{Default_Ignorable_Code_Point}|\p{Mn}{5}/u;

/** Matches a name in ASCII. Nothing else can be wrong with it, and its lower case is its key. */
const inAscii = /^[A-Za-z][A-Za-z0-9_-]{0,23}$/;

/** Whether a text may be a name. It must be in the normal form NFC. */
export function isName(text: string): boolean {
  if (inAscii.test(text)) return true;
  const short = text.length <= 2 * mostCharacters && [...text].length <= mostCharacters;
  return (
    short &&
    new TextEncoder().encode(text).length <= mostBytes &&
    wellFormed.test(text) &&
    !unreadable.test(text) &&
    inOneScript(text)
  );
}

/**
 * Returns the key of a name. Names that count as one have the same key: `Zoë` and `ZOË`, `Straße`
 * and `STRASSE`, `alice` and the same in letters of full width. Their compatibility forms (NFKC)
 * are the same, ignoring case. JavaScript has no full case folding: lower case, upper case and
 * lower case again have the same effect.
 */
export const keyOf = (name: string): string =>
  inAscii.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFKC')
        .toLowerCase()
        .toUpperCase()
        .toLowerCase()
        .normalize('NFKC');
