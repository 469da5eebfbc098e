/** A byte with what stands before and behind it. */
export interface Marked {
  readonly hex: string;
  readonly text: string;
  /** It is the first of its chunk. */
  readonly chunk: boolean;
}

interface Byte {
  readonly byte: number;
  readonly chunk: boolean;
}

/** Writes each byte as `6f`, with `|` before a chunk's first and `[` `]` around a frame's. */
export function borders(
  bytes: readonly Byte[],
  offset: number,
  frameEnds: ReadonlySet<number>,
): Marked[] {
  return bytes.map(({ byte, chunk }, i) => {
    const opens = offset + i === 0 || frameEnds.has(offset + i);
    const before = `${chunk ? '|' : ''}${opens ? '[' : ''}`;
    const after = frameEnds.has(offset + i + 1) ? ']' : '';
    const gap = before === '' ? ' ' : before;
    return { hex: gap + hex(byte) + after, text: printable(byte), chunk };
  });
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

const printable = (byte: number): string =>
  byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
