import type { Codec } from '../framing/index.ts';
import type { Observation } from '../trace/event.ts';
import { clean } from './clean.ts';
import type { Judgement } from './discipline.ts';
import type { Arrival } from './wire.ts';

/** What the program receives in the place of missing messages. */
export const missing = (count: number): string => `* ${count} missing`;

/** Marks a message that arrived after later ones. */
export const late = (text: string): string => `(late) ${text}`;

/**
 * For the record: a frame that arrived, and was heard or refused. It had `size` bytes on the
 * wire.
 */
export function frameOf(
  { kind, refused }: Judgement,
  text: string,
  size: number,
  arrival: Arrival | undefined,
): Observation {
  const what = refused === undefined ? 'received' : 'refused';
  const reason = refused === undefined ? {} : { reason: refused };
  const nth = arrival && { nth: arrival.nth };
  return { what, by: 'peer', kind, text, size, ...reason, ...nth };
}

/** For the record: the `count` messages after number `newest` are missing. */
export const lostAfter = (newest: number, count: number): Observation[] =>
  Array.from({ length: count }, (_, index) => ({
    what: 'lost',
    by: 'peer',
    nth: newest + 1 + index,
  }));

/** For the record: a message that was already heard arrived again. */
export function repeatOf(
  bytes: Uint8Array,
  nth: number,
  codec: Codec<string>,
): Observation {
  return {
    what: 'refused',
    by: 'peer',
    kind: 'message',
    reason: 'a repeat',
    text: clean(readable(bytes, codec)),
    size: bytes.length,
    nth,
  };
}

/** Returns the text, or an empty one if the bytes were not a message the first time either. */
function readable(bytes: Uint8Array, codec: Codec<string>): string {
  const decoder = codec.decoder();
  decoder.push(bytes);
  try {
    return decoder.read() ?? '';
  } catch {
    return '';
  }
}
