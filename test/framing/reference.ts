import { isUtf8 } from 'node:buffer';
import { bytes, latin1, type Show } from './outcomes.ts';

/** A frame, or the lack of one, as the whole stream at once shows it. */
export interface Piece {
  readonly at: number;
  readonly found: Uint8Array | 'too-large' | 'truncated';
}

/** As `outcomes` tells it. */
export const told = (pieces: readonly Piece[], show: Show) =>
  pieces.map(({ at, found }) =>
    typeof found === 'string' ? `${found}@${at}` : show(found),
  );

export function linesOf(stream: Uint8Array, limit: number): Piece[] {
  let at = 0;
  const all = latin1(stream).split('\n');
  return all.flatMap((line, index): Piece[] => {
    const here = at;
    at += line.length + 1;
    const payload = line.replace(/\r$/, '');
    const whole = index < all.length - 1;
    const cutOff: Piece[] = line && !whole ? [{ at: here, found: 'truncated' }] : [];
    if (payload.length > limit) return [{ at: here, found: 'too-large' }, ...cutOff];
    return whole ? [{ at: here, found: bytes(payload) }] : cutOff;
  });
}

export function prefixedOf(stream: Uint8Array, limit: number, at = 0): Piece[] {
  const rest = stream.subarray(at);
  if (rest.length === 0) return [];
  if (rest.length < 4) return [{ at, found: 'truncated' }];
  const size = new DataView(stream.buffer, stream.byteOffset + at).getUint32(0);
  const whole = rest.length >= 4 + size;
  const found = whole ? rest.subarray(4, 4 + size) : 'truncated';
  const next = whole ? prefixedOf(stream, limit, at + 4 + size) : [];
  if (size <= limit) return [{ at, found }, ...next];
  return [{ at, found: 'too-large' }, ...(whole ? next : [{ at, found } as const])];
}

/** The same, with whole payloads decoded. */
export const decoded = (pieces: readonly Piece[]): string[] =>
  pieces.map(({ at, found }) => {
    if (typeof found === 'string') return `${found}@${at}`;
    return isUtf8(found) ? Buffer.from(found).toString() : `malformed@${at}`;
  });
