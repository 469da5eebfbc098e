import { type Codec, lines, text } from '../framing/index.ts';

/** A framing with its limit still open: server and clients have their own. */
export type CodecFor = (maxPayload: number) => Codec<string>;

/** What a client accepts, in bytes: more than a server does, so that a name in front still fits. */
export const clientLimit = 16_384;

/** The bytes of `[name] ` with a name of 64 bytes, and of `(late) `. */
const inFront = 74;

/** The longest text that clients still accept with a name in front of it, in bytes. */
export const relayedLimit = clientLimit - inFront;

/** The largest number that a length prefix can hold. */
const unlimited = 0xffff_ffff;

/**
 * Limits what a server hears, but not what it says: its words are a person's with a name in front,
 * or in capitals, and so longer than what it was allowed to hear.
 */
export function serverCodec(framing: CodecFor, limit: number): Codec<string> {
  const heard = framing(limit);
  return { ...framing(unlimited), decoder: () => heard.decoder() };
}

export const byLines: CodecFor = maxPayload => text(lines({ maxPayload }));
