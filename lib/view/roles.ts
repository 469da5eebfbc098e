import type { Ink } from './paint.ts';

/** Bytes `start` to `end` (not included) are for one thing. */
export interface Span {
  readonly role: string;
  readonly start: number;
  readonly end: number;
}

/** What stands below a byte, since colour alone would not do. */
export interface Mark {
  readonly glyph: string;
  readonly ink?: Ink;
}

const marks: Readonly<Record<string, Mark>> = {
  length: { glyph: '#', ink: 'turn' },
  payload: { glyph: '=' },
  delimiter: { glyph: '^', ink: 'lane' },
  escape: { glyph: '~', ink: 'refused' },
  check: { glyph: '+', ink: 'lane' },
};
const unknown: Mark = { glyph: '?', ink: 'refused' };

export const unmarked: Mark = { glyph: ' ' };

/** What the marks mean: `# length   = payload …`. */
export const roleLegend = [...Object.entries(marks), ['unknown', unknown] as const]
  .map(([role, { glyph }]) => `${glyph} ${role}`)
  .join('   ');

/** The mark of each byte. */
export function asFor(parts: readonly Span[]): Mark[] {
  const found: Mark[] = [];
  for (const { role, start, end } of parts)
    for (let at = start; at < end; at++) found[at] = marks[role] ?? unknown;
  return found;
}
