import type { Anatomy } from './anatomy.ts';
import { type ByteCodec, copied, type Open } from './codec.ts';
import { FrameDecoder } from './frame-decoder.ts';
import { checkSize } from './limit.ts';
import { type Ending, ShortTexts } from './short-texts.ts';

/** What tells one framing from another. */
export interface Framing extends Anatomy {
  readonly name: string;
  /** The most bytes of payload. */
  readonly limit: number;
  /** The most bytes of a frame that stand for one of payload: 1, unless told. */
  readonly swells?: number;
  /** What it ends in, where that is ASCII. */
  readonly ending?: Ending | undefined;
  /** A byte that between two frames means nothing. */
  readonly idle?: number;
  /** The frame of a payload within the limit. Throws `unencodable` for one it cannot carry. */
  frame(payload: Uint8Array): Uint8Array;
  /** Opens what is packed in a frame, where that is not the payload as it is. */
  unpacking?<T>(open: Open<T>): Open<T>;
}

/** What they have in common. */
export function framing(kind: Framing): ByteCodec {
  const { name, limit, ending } = kind;
  const opening = <T>(open: Open<T>) =>
    new FrameDecoder(kind, kind.unpacking?.(open) ?? open);
  return {
    name,
    encode(payload) {
      checkSize(payload, limit);
      return kind.frame(payload);
    },
    decoder: () => opening(copied),
    opening,
    ...(ending && {
      openingText: (open: Open<string>) => new ShortTexts(opening(open), ending, limit),
    }),
    anatomy: kind,
  };
}
