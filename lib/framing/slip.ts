import type { Part, Role } from './anatomy.ts';
import { bytes } from './bytes.ts';
import type { ByteCodec, Decode } from './codec.ts';
import type { Frame } from './frame.ts';
import { FrameError, unreadable } from './frame-error.ts';
import { framing } from './framing.ts';
import { checkLimit, type Limit, tooLarge } from './limit.ts';
import { ReceiveBuffer } from './receive-buffer.ts';

const [END, ESC] = [0xc0, 0xdb];

/**
 * Byte stuffing (RFC 1055): END (`c0`) comes after each frame and never inside one. Inside a frame,
 * END is written as `db dc`, and ESC (`db`) as `db dd`. Any payload can be sent except an empty one
 * (`unencodable`): two ENDs in a row do not make a frame, because RFC 1055 lets a sender begin with
 * END to flush line noise. This encoder does not: TCP has no line noise.
 *
 * A payload has at most `maxPayload` bytes (default: 64 KiB) after its escapes are undone, so up to
 * twice as many are held. A longer frame is `too-large`. ESC before any other byte makes a frame
 * `malformed`. Both are skipped: the next END ends the frame, whatever was damaged.
 */
export function slip({ maxPayload = 65_536 }: Limit = {}): ByteCodec {
  const limit = checkLimit(maxPayload);
  return framing({
    name: 'slip',
    limit,
    expansion: 2,
    idle: END,
    find,
    frame: stuffed,
    unpacking: decode => unstuffing(decode, limit),
    within,
  });
}

function find(received: ReceiveBuffer, searched: number): Frame {
  const found = received.indexOf(END, searched);
  const end = found < 0 ? received.length : found;
  return { start: 0, end, next: found < 0 ? Infinity : end + 1 };
}

// As text with one byte per character: native code searches and replaces text, but not bytes.
const { toLatin1, fromLatin1 } = bytes;

/** Decodes unstuffed bytes from a buffer of their own. */
function unstuffing<T>(decode: Decode<T>, limit: number): Decode<T> {
  const plain = new ReceiveBuffer();
  return (received, start, end, offset) => {
    const packed = received.view(start, end);
    const stuffed = bytes.indexOf(packed, ESC) >= 0;
    plain.drop(plain.length);
    if (stuffed) plain.push(unstuffed(toLatin1(packed), offset));
    const size = stuffed ? plain.length : packed.length;
    if (size > limit) throw tooLarge(offset, undefined, limit);
    return stuffed
      ? decode(plain, 0, size, offset)
      : decode(received, start, end, offset);
  };
}

function unstuffed(packed: string, offset: number): Uint8Array {
  if (/\xdb(?![\xdc\xdd])/.test(packed))
    throw unreadable('malformed', offset, 'ESC before a byte that cannot be escaped');
  const escaped = packed.replace(/\xdb\xdc/g, '\xc0');
  return fromLatin1(escaped.replace(/\xdb\xdd/g, '\xdb'));
}

function stuffed(payload: Uint8Array): Uint8Array {
  if (payload.length === 0)
    throw new FrameError(
      'unencodable',
      'Cannot send payload of 0 bytes: END alone is not a frame',
    );
  const escaped = toLatin1(payload).replace(/\xdb/g, '\xdb\xdd');
  return fromLatin1(`${escaped.replace(/\xc0/g, '\xdb\xdc')}\xc0`);
}

function within(packed: Uint8Array): Part[] {
  return [...toLatin1(packed).matchAll(/\xdb.?|[^\xdb]+/gs)].map(
    ({ 0: found, index }) => {
      const role: Role = found.startsWith('\xdb') ? 'escape' : 'payload';
      return { role, start: index, end: index + found.length };
    },
  );
}
