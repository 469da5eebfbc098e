/**
 * What must not reach a terminal, a page or a log: C0 but TAB, DEL, C1, the line and paragraph
 * separators, and the bidirectional controls that show a line other than it is (UAX #9; "Trojan
 * Source", CVE-2021-42574). Half of a surrogate pair is not sent by a peer, but it is left where we
 * cut the peer's words, and no framing takes it.
 */
const unclean =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Surrogate}]/gu;

/** A stranger's text, fit to be shown: TAB becomes a space, every other control U+FFFD. */
export function clean(text: string): string {
  return text.replace(unclean, control => (control === '\t' ? ' ' : '\ufffd'));
}
