import { clean } from '../connection/clean.ts';
import type { TraceEvent } from '../trace/event.ts';

/** What a server passed on as it was: a player cleans what it hears, so only the bytes can show that. */
export interface Unclean {
  readonly who: string;
  readonly line: string;
  readonly bytes: Uint8Array;
}

/** Finds the first line with a control character in it that a server let through. `events`: with their chunks. */
export function uncleanLine(events: readonly TraceEvent[]): Unclean | undefined {
  for (const [who, bytes] of bytesByEnd(events)) {
    const line = new TextDecoder()
      .decode(bytes)
      .split(/\r?\n/)
      .find(text => clean(text) !== text);
    if (line !== undefined)
      return { who, line: clean(line), bytes: new TextEncoder().encode(line) };
  }
  return undefined;
}

/** What came to each end, link by link. */
function bytesByEnd(events: readonly TraceEvent[]): [end: string, Uint8Array][] {
  const byLink = new Map<string, [string, Uint8Array[]]>();
  for (const { what, by, bytes, end, link } of events) {
    if (what !== 'chunk' || by !== 'peer' || bytes === undefined) continue;
    const known = byLink.get(link);
    if (known) known[1].push(bytes);
    else byLink.set(link, [end, [bytes]]);
  }
  return [...byLink.values()].map(([end, pieces]) => [end, joined(pieces)]);
}

/** The bytes that came last to that end. */
export function lastBytes(events: readonly TraceEvent[], who?: string): Uint8Array {
  const came = bytesByEnd(events).filter(([end]) => who === undefined || end === who);
  return came.at(-1)?.[1].slice(-most) ?? new Uint8Array();
}

const most = 48;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
