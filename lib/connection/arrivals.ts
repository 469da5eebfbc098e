import type { Codec } from '../framing/index.ts';
import type { Observation } from '../trace/index.ts';
import { clean } from './clean.ts';

/** What stands for messages that did not come. */
export const missing = (count: number): string => `* ${count} missing`;

/** A message that came behind later ones. */
export const late = (text: string): string => `(late) ${text}`;

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
