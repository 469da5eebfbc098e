import type { Codec } from '../framing/index.ts';
import type { Observation } from '../trace/event.ts';
import { clean } from './clean.ts';
import type { Judgement } from './discipline.ts';
import type { Arrival } from './wire.ts';

/** What stands for messages that did not come. */
export const missing = (count: number): string => `* ${count} missing`;

/** A message that came behind later ones. */
export const late = (text: string): string => `(late) ${text}`;

/** For the record: a frame that came, and was heard or refused. `size`: on the wire, in bytes. */
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

/** For the record: the messages that are missing after number `newest`. */
export const lostAfter = (newest: number, count: number): Observation[] =>
  Array.from({ length: count }, (_, index) => ({
    what: 'lost',
    by: 'peer',
    nth: newest + 1 + index,
  }));

/** For the record: a message that was heard already came once more. */
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

/** Nothing, if it was no message the first time either. */
function readable(bytes: Uint8Array, codec: Codec<string>): string {
  const decoder = codec.decoder();
  decoder.push(bytes);
  try {
    return decoder.read() ?? '';
  } catch {
    return '';
  }
}
