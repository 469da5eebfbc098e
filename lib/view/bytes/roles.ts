import { Row } from '../ladder/canvas.ts';
import type { Figure } from '../rows/figure.ts';
import type { Ink } from '../text/paint.ts';
import { wrap } from '../text/wrap.ts';

/** Bytes `start` to `end` (not included) have one role. */
export interface Span {
  readonly role: string;
  readonly start: number;
  readonly end: number;
}

/** Tells what each byte of a frame is for. */
export type RolesOf = (frame: Uint8Array) => readonly Span[];

/** The mark below a byte: colour alone would not be enough. */
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

const meanings = Object.entries(marks).map(
  ([role, { glyph }]) => `${glyph}\u00a0${role}`,
);

/** Explains the marks. Sentences (`--plain`) have none. */
export const roleLegend: Figure = {
  draw: ({ width, paint }) =>
    wrap(meanings.join('   '), width - 5, Infinity, '').map(line =>
      new Row().put(5, line.replaceAll('\u00a0', ' '), 'note').paint(paint),
    ),
  tell: () => [],
};

/** Returns the mark of each byte. */
export function asFor(parts: readonly Span[]): Mark[] {
  const found: Mark[] = [];
  for (const { role, start, end } of parts)
    for (let at = start; at < end; at++) found[at] = marks[role] ?? unknown;
  return found;
}
