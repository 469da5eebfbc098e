/** Splits a stream into chunks: the first has `sizes[0]` bytes, and so on. The last one is the rest. */
export function cut(stream: Uint8Array, ...sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const size of [...sizes, stream.length]) {
    chunks.push(stream.subarray(at, at + size));
    at += size;
  }
  return chunks.filter(({ length }) => length > 0);
}

/** Splits a stream between two bytes with probability `odds`. `chance` returns random numbers from 0 to 1. */
export function cutAtRandom(
  stream: Uint8Array,
  chance: () => number,
  odds = 0.25,
): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let from = 0;
  for (let at = 1; at <= stream.length; at++) {
    if (at < stream.length && chance() > odds) continue;
    chunks.push(stream.subarray(from, at));
    from = at;
  }
  return chunks;
}

export const sizes = (pieces: readonly Uint8Array[]): number[] =>
  pieces.map(({ length }) => length);
