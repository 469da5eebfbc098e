import { type Format, formats } from './formats.ts';
import type { Frame } from './peers/read.ts';
import { Tally } from './tally.ts';

/** Frames of one size, as chunks of one size. */
export interface Workload {
  readonly format: Format;
  /** Bytes of payload in a frame. */
  readonly payload: number;
  /** Bytes in a chunk. */
  readonly chunk: number;
  readonly frames: number;
  /** All but the first characters are of two bytes. */
  readonly accents?: boolean;
}

export interface Stream {
  readonly chunks: readonly Buffer[];
  /** What must come out, as bytes. */
  readonly payloads: readonly Buffer[];
  /** What a tally must show, of text and of bytes. */
  readonly sums: { readonly text: string; readonly bytes: string };
}

export function streamOf({ format, chunk, ...rest }: Workload): Stream {
  const payloads = Array.from({ length: rest.frames }, (_, index) =>
    payloadOf(index, rest.payload, rest.accents),
  );
  const codec = formats[format];
  const bytes = Buffer.concat(payloads.map(payload => codec.encode(payload)));
  const text = payloads.map(String);
  const sums = { text: sumOf(text), bytes: sumOf(payloads) };
  return { chunks: [...cut(bytes, chunk)], payloads, sums };
}

/** In memory of its own each, as from a socket. */
export function* cut(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    const chunk = Buffer.allocUnsafeSlow(part.length);
    part.copy(chunk);
    yield chunk;
  }
}

const LETTERS = 997;
const [letters, accents] = [0x61, 0xe0].map(first =>
  String.fromCharCode(
    ...Array.from({ length: LETTERS }, (_, index) => first + ((index * index) % 23)),
  ),
) as [string, string];

/** The number, lowest digit first, then letters that are others in the next frame. */
function payloadOf(index: number, size: number, accented = false): Buffer {
  const number = [...String(index).padStart(8, '0')].reverse().join('');
  const block = accented ? accents : letters;
  const turn = index % LETTERS;
  const rest = accented ? (size - 8) / 2 : size;
  const all = block.slice(turn) + block.repeat(Math.ceil(rest / LETTERS));
  return Buffer.from(
    accented ? number + all.slice(0, rest) : (number + all).slice(0, size),
  );
}

function sumOf(frames: readonly Frame[]): string {
  const tally = new Tally();
  for (const frame of frames) tally.add(frame);
  return tally.sum;
}
