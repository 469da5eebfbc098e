import type { Wire } from '../connection/wire.ts';
import { tapped } from '../transport/tapped.ts';

/** More than any scene asks for: the flood of one comes to 12 MB in 3,000 lines. */
const most = { bytes: 32 * 1_024 * 1_024, lines: 20_000 };
const lineFeed = 0x0a;

/** Drops the link when a server sends without end, and says so. */
export function guarded(wire: Wire, over: (words: string) => void): Wire {
  let bytes = 0;
  let lines = 0;
  const nothing = () => {};
  return tapped(wire, { chunk, ended: nothing, reset: nothing, closed: nothing });

  function chunk(piece: Uint8Array): void {
    bytes += piece.length;
    for (const byte of piece) if (byte === lineFeed) lines++;
    if (bytes <= most.bytes && lines <= most.lines) return;
    over(`it sends without end: ${bytes} bytes in ${lines} lines, and it was not over`);
    wire.destroy();
  }
}
