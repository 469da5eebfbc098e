// What is possible at all: lengths by a loop of your own, which has no limit, no error and no
// end, and whose frames are windows on the chunk.

import type { Read } from './read.ts';

export const read: Read = (chunks, each) => {
  let rest: Buffer = Buffer.alloc(0);
  for (const chunk of chunks) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let at = 0, size = 0, unit = 1; at < all.length; ) {
      const byte = all[at++] ?? 0;
      size += (byte % 128) * unit;
      unit *= 128;
      if (byte >= 128) continue;
      if (at + size > all.length) break;
      each(all.subarray(at, at + size));
      start = at + size;
      [at, size, unit] = [start, 0, 1];
    }
    rest = all.subarray(start);
  }
};
