/**
 * What must not reach a terminal, a page or a log: C0 except TAB, DEL, C1, the line and
 * paragraph separators, and the bidirectional controls, which can show a line in another order
 * (UAX #9; "Trojan Source", CVE-2021-42574). A peer cannot send half of a surrogate pair, but
 * shortening its words can leave one, and no framing takes it.
 */
const unclean =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Surrogate}]/gu;

/** Makes a stranger's text safe to show: TAB becomes a space, every other control U+FFFD. */
export function clean(text: string): string {
  return text.replace(unclean, control => (control === '\t' ? ' ' : '\ufffd'));
}
