import { copied } from '../../lib/framing/codec.ts';
import type { Find } from '../../lib/framing/frame.ts';
import { FrameDecoder } from '../../lib/framing/frame-decoder.ts';
import {
  type ByteCodec,
  FrameError,
  lengthPrefixed,
  lines,
} from '../../lib/framing/index.ts';
import { bytes, latin1 } from './outcomes.ts';
import { decoding, type Made } from './wrong-codecs.ts';

/** The right codec, but for how it finds frames. */
export const finding =
  (change: (right: Find) => Find) =>
  (codec: Made, limit: number): Made => ({
    ...codec,
    decoder: () => new FrameDecoder({ find: change(findOf(codec)), limit }, copied),
  });

const findOf = (codec: Made) => (codec as ByteCodec).anatomy.find;

export const allowsLeadingZeros = finding(() => received => {
  const [head, size] =
    /^(\d{1,10}):/.exec(latin1(received.slice(0, received.length))) ?? [];
  if (head === undefined) return undefined;
  const [start, end] = [head.length, head.length + Number(size)];
  return { start, end, next: end + 1 };
});

export const ignoresTheComma = finding(find => (received, searched) => {
  const frame = find(received, searched);
  if (frame === undefined || frame.next === 0) return frame;
  const { corrupt, ...rest } = frame;
  return rest;
});

/** Looks for the whole delimiter in what is new: it may have begun before. */
export const missesTheSeam = finding(
  find => (received, searched) => find(received, searched && searched + 1),
);

/** Takes half of a delimiter at the end for payload, and drops it with a refused frame. */
export const dropsHalfADelimiter = finding(find => (received, searched) => {
  const frame = find(received, searched);
  return frame?.next === Infinity ? { ...frame, end: received.length } : frame;
});

/** Takes END after END for a frame, and leaves escapes as they are. */
export const framesOfNothing = finding(find => find);

/** Takes ESC before any byte for that byte, and ESC before nothing for nothing. */
export const forgivesEscapes = (codec: Made, limit: number): Made => ({
  ...codec,
  decoder: () =>
    new FrameDecoder(
      { find: findOf(codec), limit, idle: 0xc0 },
      (received, start, end, offset) => {
        const packed = latin1(received.slice(start, end));
        const text = packed.replace(/\xdb(.?)/gs, (_pair, byte: string) => {
          if (byte === '\xdc') return '\xc0';
          return byte === '\xdd' ? '\xdb' : byte;
        });
        if (text.length > limit) throw new FrameError('too-large', '', { offset });
        return bytes(text);
      },
    ),
});

/** For prefixes of one byte, when the payload is small. */
export const takesByteForBoundary = decoding(right => ({
  end() {
    if (right.buffered !== 1) right.end();
  },
}));

export const forgetsItsError = decoding(right => {
  let failed = false;
  return {
    read() {
      if (failed) return undefined;
      try {
        return right.read();
      } catch (error) {
        failed = true;
        throw error;
      }
    },
  };
});

export const believesTheChecksum = (codec: Made): Made =>
  decoding(() => {
    const frames = lines({ maxPayload: 12 }).decoder();
    return {
      push: chunk => frames.push(chunk),
      read: () => frames.read()?.slice(0, -8),
      end: () => frames.end(),
    };
  })(codec);

/** A view of the chunk that a message came in. */
export const pinsItsChunk = decoding(right => ({
  read() {
    const message = right.read() as Uint8Array | undefined;
    if (message === undefined) return undefined;
    const chunk = new Uint8Array(65_536);
    chunk.set(message);
    return chunk.subarray(0, message.length);
  },
}));

export const readsEitherEnding = (): Made => lines({ maxPayload: 6 });

export const writesHighestFirst = (): Made =>
  lengthPrefixed({ maxPayload: 2, width: 2 });
