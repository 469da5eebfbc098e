import { clean } from '../connection/clean.ts';
import type { CodecFor } from '../connection/codecs.ts';
import { clientLimit } from '../connection/codecs.ts';
import type { TraceEvent } from '../trace/event.ts';

/** What a server passed on as it was: a player cleans what it hears, so only the bytes can show that. */
export interface Unclean {
  readonly who: string;
  readonly text: string;
}

/**
 * Finds the first message with a control character in it that a server let through. `events`: with
 * their chunks.
 */
export function uncleanMessage(
  events: readonly TraceEvent[],
  codec: CodecFor,
): Unclean | undefined {
  for (const [who, pieces] of piecesByEnd(events)) {
    const text = messagesIn(pieces, codec).find(one => clean(one) !== one);
    if (text !== undefined) return { who, text: clean(text) };
  }
  return undefined;
}

/** The bytes that came last to that end. */
export function lastBytes(events: readonly TraceEvent[], who?: string): Uint8Array {
  const came = piecesByEnd(events).filter(([end]) => who === undefined || end === who);
  return joined(came.at(-1)?.[1].slice(-most) ?? []).slice(-most);
}

const most = 48;

/** What came to each end, link by link. */
function piecesByEnd(events: readonly TraceEvent[]): [end: string, Uint8Array[]][] {
  const byLink = new Map<string, [string, Uint8Array[]]>();
  for (const { what, by, bytes, end, link } of events) {
    if (what !== 'chunk' || by !== 'peer' || bytes === undefined) continue;
    const known = byLink.get(link);
    if (known) known[1].push(bytes);
    else byLink.set(link, [end, [bytes]]);
  }
  return [...byLink.values()];
}

/** Up to the first that cannot be read. */
function messagesIn(pieces: readonly Uint8Array[], codec: CodecFor): string[] {
  const decoder = codec(clientLimit).decoder();
  const texts: string[] = [];
  try {
    for (const piece of pieces) {
      decoder.push(piece);
      for (let text = decoder.read(); text !== undefined; text = decoder.read())
        texts.push(text);
    }
  } catch {
    // The players have been told.
  }
  return texts;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
