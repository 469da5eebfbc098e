import { type Codec, type Decoder, FrameError } from '../../lib/framing/index.ts';

/** What came out of a stream. */
export interface Reading<T> {
  readonly messages: T[];
  /** Why some frames are not messages. */
  readonly refused: FrameError[];
}

/** Reads a stream from its first chunk to its end: the loop that every receiver has. */
export function read<T>(codec: Codec<T>, chunks: Iterable<Uint8Array>): Reading<T> {
  const decoder = codec.decoder();
  const reading: Reading<T> = { messages: [], refused: [] };
  for (const chunk of chunks) {
    decoder.push(chunk);
    readAll(decoder, reading);
  }
  orNote(reading, () => decoder.end());
  return reading;
}

/** Reads all messages in the bytes that have arrived so far. */
export function readAll<T>(
  decoder: Decoder<T>,
  reading: Reading<T> = { messages: [], refused: [] },
): Reading<T> {
  while (readOne(decoder, reading));
  return reading;
}

/** Returns how many bytes each frame takes, as the decoder finds them. */
export function frameSizes(codec: Codec<unknown>, bytes: Uint8Array): number[] {
  const decoder = codec.decoder();
  const sizes: number[] = [];
  let taken = 0;
  decoder.push(bytes);
  while (readOne(decoder, { messages: [], refused: [] })) {
    const now = bytes.length - decoder.buffered;
    sizes.push(now - taken);
    taken = now;
  }
  return sizes;
}

/**
 * Reads one frame. Returns false if there are no more. A bad frame that is skipped does not hide
 * the next ones.
 */
function readOne<T>(decoder: Decoder<T>, reading: Reading<T>): boolean {
  let message: T | undefined;
  const skipped = orNote(reading, () => {
    message = decoder.read();
  });
  if (message !== undefined) reading.messages.push(message);
  return skipped || message !== undefined;
}

/** Runs the action. Returns true if it failed, but the reader can continue. */
function orNote({ refused }: Reading<unknown>, action: () => void): boolean {
  try {
    action();
    return false;
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    // A fatal error is thrown again by every `read`, and by `end`: it counts once.
    if (refused.at(-1) !== error) refused.push(error);
    return error.recoverable;
  }
}
