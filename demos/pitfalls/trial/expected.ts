import type { Claim } from '../../../lib/terminal/play/course.ts';

/** The claim that somebody hears just these lines. */
export const hearing = (
  name: string,
  expected: readonly string[],
  heard: readonly string[],
): Claim => being(`${name} hears`, expected, heard);

/** The claim that these lines are the ones that were expected. */
export function being(
  what: string,
  expected: readonly string[],
  found: readonly string[],
): Claim {
  const ok = expected.join('\n') === found.join('\n');
  const words = `${what} ${listed(found)}`;
  return { ok, found: ok ? words : `${words}; expected ${listed(expected)}` };
}

/** Characters of a line that are shown. */
const most = 60;

const listed = (lines: readonly string[]): string =>
  lines.map(line => (line.startsWith('(') ? line : quoted(line))).join(', ') ||
  '(nothing)';

const quoted = (line: string): string =>
  `"${line.length > most ? `${line.slice(0, most)}…` : line}"`;
