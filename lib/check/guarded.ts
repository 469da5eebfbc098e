import type { Wire } from '../connection/wire.ts';
import { tapped } from '../transport/tapped.ts';

/** More than any scene asks for: the flood of one comes to 12 MB in 3,000 lines. */
const most = { bytes: 32 * 1_024 * 1_024, lines: 5_000, line: 131_072 };
const lineFeed = 0x0a;

/** Drops the link when a server sends without end, and says so. */
export function guarded(
  wire: Wire,
  isByLines: boolean,
  over: (words: string) => void,
): Wire {
  let bytes = 0;
  let lines = 0;
  let lineBegan = 0;
  const nothing = () => {};
  return tapped(wire, { chunk, ended: nothing, reset: nothing, closed: nothing });

  function chunk(piece: Uint8Array): void {
    // A flood comes to megabytes, and a server gives a slow reader two seconds: so no look at each byte.
    for (
      let at = piece.indexOf(lineFeed);
      at >= 0;
      at = piece.indexOf(lineFeed, at + 1)
    ) {
      lines++;
      lineBegan = bytes + at;
    }
    bytes += piece.length;
    const isLong = isByLines && bytes - lineBegan > most.line;
    if (bytes <= most.bytes && lines <= most.lines && !isLong) return;
    over(`it sends without end: ${bytes} bytes with ${lines} ends of lines so far`);
    wire.destroy();
  }
}
