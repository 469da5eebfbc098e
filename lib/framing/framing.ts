import { type ByteCodec, copied, type Decode } from './codec.ts';
import { faster } from './fast/faster.ts';
import { FrameDecoder } from './frame-decoder.ts';
import type { Framing } from './kind.ts';
import { tooLargeToSend } from './limit.ts';
import { native } from './native.ts';

/**
 * The codec of a framing. The plain one says it all; the other gives the same in less time, by
 * Node's buffers.
 */
export const framing = (kind: Framing): ByteCodec =>
  native ? faster(plain(kind), kind) : plain(kind);

/** What all framings have in common. */
export function plain(kind: Framing): ByteCodec {
  const { name, limit } = kind;
  const decoding = <T>(decode: Decode<T>) => new FrameDecoder(kind, decode);
  return {
    name,
    encode(payload) {
      const { length } = payload;
      if (length > limit) throw tooLargeToSend(length, limit);
      return kind.frame(payload);
    },
    decoder: () => decoding(copied),
    decoding,
    anatomy: kind,
  };
}
