import { type Codec, FrameError } from '../../lib/framing/index.ts';

/** What a decoder did, as text: a message as `show` puts it, or `too-large@12`. */
export type Show = (message: unknown) => string;

/** Everything that comes out of `chunks`, the end of the stream included. */
export function outcomes(
  codec: Codec<unknown>,
  show: Show,
  chunks: Iterable<Uint8Array>,
  check = (_held: number) => {},
): string[] {
  const decoder = codec.decoder();
  const seen: string[] = [];
  for (const chunk of chunks) {
    decoder.push(chunk);
    drain(() => decoder.read(), chunk.length, show, seen);
    check(decoder.buffered);
  }
  attempt(() => decoder.end(), seen);
  return seen;
}

/** Reads until nothing is left. A frame has at least a byte, so there is a most it may take. */
function drain(read: () => unknown, bytes: number, show: Show, seen: string[]): void {
  for (let reads = 0; reads < bytes + 2; reads++) {
    let message: unknown;
    const failed = attempt(() => {
      message = read();
    }, seen);
    if (failed === 'once') continue;
    if (failed === 'for good') return;
    if (message === undefined) return;
    seen.push(show(message));
  }
  throw new Error(`Still not drained after ${bytes + 2} reads of ${bytes} bytes`);
}

/** Notes a FrameError, and lets every other error through: those are never right. */
export function attempt(
  action: () => void,
  seen: string[],
): false | 'once' | 'for good' {
  try {
    action();
    return false;
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    const told = `${error.code}@${error.offset}`;
    // A fatal error is thrown by every read, of which nobody knows how many there are.
    if (error.recoverable || seen.at(-1) !== told) seen.push(told);
    return error.recoverable ? 'once' : 'for good';
  }
}

/** Cuts the stream into chunks of these sizes, over and over, each in memory of its own. */
export function* cut(stream: Uint8Array, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < stream.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield new Uint8Array(stream.subarray(at, at + size));
    at += size;
  }
}

/** Every way to cut `length` bytes into chunks: 2^(length - 1) lists of sizes. */
export function* compositions(length: number): Generator<number[]> {
  if (length === 0) yield [];
  for (let first = 1; first <= length; first++)
    for (const rest of compositions(length - first)) yield [first, ...rest];
}

export const bytes = (latin1: string) => new Uint8Array(Buffer.from(latin1, 'latin1'));

export const latin1 = (message: unknown) =>
  Buffer.from(message as Uint8Array).toString('latin1');

export const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
