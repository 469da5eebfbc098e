import type { Codec } from './codec.ts';
import { type Frame, FrameDecoder } from './frame-decoder.ts';
import { FrameError } from './frame-error.ts';
import { checkLimit, checkSize, type Limit } from './limit.ts';
import type { Unread } from './unread.ts';

const LF = 0x0a;
const CR = 0x0d;

/**
 * One line, one message: `hello\n`. Reads LF and CRLF, writes LF.
 *
 * A payload cannot contain LF or end in CR (`unencodable`). At most `maxPayload` bytes
 * (64 KiB), line ending not counted: a longer line is `too-large`, and skipped.
 */
export function lines({ maxPayload = 65_536 }: Limit = {}): Codec<Uint8Array> {
  const limit = checkLimit(maxPayload);
  return {
    name: 'lines',
    encode: payload => encode(payload, limit),
    decoder: () => new FrameDecoder(find, limit),
  };
}

function find(unread: Unread, searched: number): Frame {
  const lf = unread.indexOf(LF, searched);
  const end = lf < 0 ? unread.length : lf;
  // A CR at the end of a chunk may be half of a CRLF: it does not count before the next byte.
  const cr = end > 0 && unread.at(end - 1) === CR;
  return { start: 0, end: cr ? end - 1 : end, next: lf < 0 ? Infinity : lf + 1 };
}

function encode(payload: Uint8Array, limit: number): Uint8Array {
  checkSize(payload, limit);
  if (payload.at(-1) === CR)
    throw unencodable('CR at its end would count as line ending');
  const line = Buffer.alloc(payload.length + 1, LF);
  line.set(payload);
  const lf = line.indexOf(LF);
  if (lf < payload.length)
    throw unencodable(`LF at byte ${lf} would end the line there`);
  return line;
}

const unencodable = (why: string) =>
  new FrameError('unencodable', `Cannot send payload as a line: ${why}`);
