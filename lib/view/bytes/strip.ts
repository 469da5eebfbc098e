import { Row } from '../ladder/canvas.ts';
import type { Figure, Look } from '../rows/figure.ts';
import type { Ink } from '../text/paint.ts';
import { borders, type Marked, spaced } from './borders.ts';
import { asFor, type Mark, type Span, unmarked } from './roles.ts';

export interface Strip {
  readonly bytes: Uint8Array;
  /** What the bytes are, in a word or two. */
  readonly label?: string;
  /** How many bytes each chunk has: `|` marks its first byte. */
  readonly chunks?: readonly number[];
  /** How many bytes each frame has: `[` and `]` mark its borders. The remaining bytes are half a frame. */
  readonly frames?: readonly number[];
  /** The role of each byte, marked below it. */
  readonly parts?: readonly Span[];
}

/** Some bytes in hexadecimal and as text, with the borders of chunks and of frames in both. */
export const strip = (given: Strip): Figure => ({
  draw: look => draw(given, look),
  tell: () => [sentence(given)],
});

interface Drawn extends Marked {
  readonly mark: Mark;
}

/** The colours of the borders: where the network split the bytes, and where the sender did. */
const borderInk: Readonly<Record<string, Ink>> = {
  '|': 'refused',
  '[': 'lane',
  ']': 'lane',
};

/** A way to write bytes. */
interface Column {
  readonly byte: (byte: Marked) => string;
  readonly bordered: (byte: Marked) => string;
}

const hex: Column = { byte: ({ hex }) => hex, bordered: spaced };
const text: Column = {
  byte: ({ text }) => text,
  bordered: ({ before, text, after }) => before + text + after,
};

const margin = 4;
const labelRoom = 13;
const mostBytes = 16;
/** The cells between the hexadecimal and the text. */
const gap = 3;

function draw(given: Strip, { width, paint }: Look): string[] {
  const hexAt = margin + (given.label === undefined ? 0 : labelRoom);
  const rows = inRows(drawn(given), width - hexAt);
  const textAt = hexAt + gap + widest(rows, hex);
  return rows.flatMap((bytes, index) => {
    const [row, marks] = [new Row(), new Row()];
    if (index === 0) row.put(margin + 1, given.label ?? '', 'lane');
    put(row, marks, hexAt, bytes, hex);
    put(row, marks, textAt, bytes, text);
    return (given.parts ? [row, marks] : [row]).map(each => each.paint(paint));
  });
}

function put(
  row: Row,
  marks: Row,
  from: number,
  bytes: readonly Drawn[],
  { byte, bordered }: Column,
): void {
  let at = from;
  for (const one of bytes) {
    const [written, shown] = [byte(one), bordered(one)];
    const start = at + shown.length - one.after.length - written.length;
    const { glyph, ink } = one.mark;
    for (const [i, border] of [...shown].entries())
      row.put(at + i, border, borderInk[border]);
    row.put(start, written, ink);
    marks.put(start, glyph.repeat(written.length), ink);
    at += shown.length;
  }
}

function drawn({ bytes, chunks = [], frames, parts = [] }: Strip): Drawn[] {
  const begins = new Set(chunks.length > 0 ? [0, ...ends(chunks)] : []);
  const marked = borders(
    [...bytes].map((byte, at) => ({ byte, chunk: begins.has(at) })),
    0,
    new Set(frames ? [0, ...ends(frames)] : []),
  );
  const marks = asFor(parts);
  return marked.map((byte, at) => ({ ...byte, mark: marks[at] ?? unmarked }));
}

function ends(sizes: readonly number[]): number[] {
  let end = 0;
  return sizes.map(size => {
    end += size;
    return end;
  });
}

/** Splits the bytes into rows of equal length, the longest that fits with its borders. */
function inRows(bytes: readonly Drawn[], room: number): Drawn[][] {
  for (let length = mostBytes; ; length--) {
    const rows = Array.from({ length: Math.ceil(bytes.length / length) }, (_, row) =>
      bytes.slice(row * length, (row + 1) * length),
    );
    const cells = widest(rows, hex) + gap + widest(rows, text);
    if (cells <= room || length === 1) return rows;
  }
}

const widest = (rows: readonly Drawn[][], { bordered }: Column): number =>
  Math.max(
    0,
    ...rows.map(row => row.reduce((sum, byte) => sum + bordered(byte).length, 0)),
  );

function sentence({ bytes, label, chunks, frames, parts }: Strip): string {
  const size = counted(bytes.length, 'byte');
  const said = [
    label === undefined ? size : `${label}: ${size}`,
    chunks && pieces(chunks, 'chunk'),
    frames && pieces(frames, 'frame'),
    parts?.map(({ role, start, end }) => `${role} ${end - start}`).join(', '),
    JSON.stringify(textOf(bytes, chunks)),
  ];
  return said.filter(Boolean).join('; ');
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Returns the text, with `|` between two chunks. Each chunk is decoded separately. */
function textOf(bytes: Uint8Array, chunks: readonly number[] = []): string {
  const borders = [0, ...ends(chunks.slice(0, -1)), bytes.length];
  const cut = borders.slice(1).map((end, at) => bytes.subarray(borders[at], end));
  return cut.map(piece => decoder.decode(piece)).join('|');
}

const pieces = (sizes: readonly number[], what: string): string =>
  counted(sizes.length, what) + (sizes.length > 0 ? ` of ${sizes.join(', ')}` : '');

const counted = (n: number, what: string): string =>
  `${n} ${what}${n === 1 ? '' : 's'}`;
