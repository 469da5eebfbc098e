import type { Part, Role } from './anatomy.ts';
import type { ByteCodec, Decode } from './codec.ts';
import type { Frame } from './frame.ts';
import { FrameError, unreadable } from './frame-error.ts';
import { framing } from './framing.ts';
import { checkLimit, type Limit, tooLarge } from './limit.ts';
import { ReceiveBuffer } from './receive-buffer.ts';

const [END, ESC] = [0xc0, 0xdb];

/**
 * Byte stuffing: END (`c0`) behind a frame, and never inside: there END is `db dc`, and ESC
 * (`db`) is `db dd` (RFC 1055). Any payload can be sent but an empty one (`unencodable`): END
 * behind END is no frame, since RFC 1055 lets a sender begin with END to flush noise. This one
 * does not: TCP has no noise.
 *
 * At most `maxPayload` bytes (64 KiB), escapes undone: up to twice as many are held. A frame
 * over that is `too-large`; ESC before another byte makes it `malformed`. Both are skipped:
 * the next END is the end of it, whatever was damaged.
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

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, length);
// As text of one byte a character: that is searched and replaced natively, byte by byte not.
const latin1 = (bytes: Uint8Array) => asBuffer(bytes).toString('latin1');

/** The unstuffed bytes are in a buffer of their own, and decoded from there. */
function unstuffing<T>(decode: Decode<T>, limit: number): Decode<T> {
  const plain = new ReceiveBuffer();
  return (received, start, end, offset) => {
    const packed = asBuffer(received.view(start, end));
    const stuffed = packed.includes(ESC);
    plain.drop(plain.length);
    if (stuffed) plain.push(unstuffed(packed.toString('latin1'), offset));
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
  return Buffer.from(escaped.replace(/\xdb\xdd/g, '\xdb'), 'latin1');
}

function stuffed(payload: Uint8Array): Uint8Array {
  if (payload.length === 0)
    throw new FrameError(
      'unencodable',
      'Cannot send payload of 0 bytes: END alone is no frame',
    );
  const escaped = latin1(payload).replace(/\xdb/g, '\xdb\xdd');
  return Buffer.from(`${escaped.replace(/\xc0/g, '\xdb\xdc')}\xc0`, 'latin1');
}

function within(packed: Uint8Array): Part[] {
  return [...latin1(packed).matchAll(/\xdb.?|[^\xdb]+/gs)].map(
    ({ 0: found, index }) => {
      const role: Role = found.startsWith('\xdb') ? 'escape' : 'payload';
      return { role, start: index, end: index + found.length };
    },
  );
}
