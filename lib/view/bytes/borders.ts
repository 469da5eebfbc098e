/** A byte with the marks before and after it. */
export interface Marked {
  /** `|` where a chunk begins, `[` where a frame begins: the same in hexadecimal and in text. */
  readonly before: string;
  readonly hex: string;
  readonly text: string;
  /** `]` where a frame ends. */
  readonly after: string;
  /** Whether it is the first byte of its chunk. */
  readonly chunk: boolean;
}

interface Byte {
  readonly byte: number;
  readonly chunk: boolean;
}

/**
 * Finds the marks around each byte: `|` before a chunk's first byte, and `[` `]` around a frame. Where one
 * frame ends the next one begins; an end at 0 says that the first begins there.
 */
export function borders(
  bytes: readonly Byte[],
  offset: number,
  frameEnds: ReadonlySet<number>,
): Marked[] {
  return bytes.map(({ byte, chunk }, i) => {
    const opens = frameEnds.has(offset + i);
    return {
      before: `${chunk ? '|' : ''}${opens ? '[' : ''}`,
      hex: byte.toString(16).padStart(2, '0'),
      text: printable(byte),
      after: frameEnds.has(offset + i + 1) ? ']' : '',
      chunk,
    };
  });
}

/** In hexadecimal, a space takes the place of a missing border. */
export const spaced = ({ before, hex, after }: Marked): string =>
  `${before || ' '}${hex}${after}`;

const printable = (byte: number): string =>
  byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
