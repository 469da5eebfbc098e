import type { Part, Role } from './anatomy.ts';
import type { ByteCodec } from './codec.ts';
import { type Frame, FrameDecoder } from './frame-decoder.ts';
import { FrameError } from './frame-error.ts';
import { checkLimit, checkSize, type Limit, tooLarge } from './limit.ts';
import { Opened } from './opened.ts';
import type { Unread } from './unread.ts';

const END = 0xc0;

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
  const open = (packed: Uint8Array, offset: number) => unstuff(packed, offset, limit);
  return {
    name: 'slip',
    encode: payload => encode(payload, limit),
    decoder: () => new Opened(new FrameDecoder(find, limit, END), open),
    anatomy: { find, within },
  };
}

function find(unread: Unread, searched: number): Frame {
  const found = unread.indexOf(END, searched);
  const end = found < 0 ? unread.length : found;
  // An escape is two bytes for one.
  const least = Math.ceil(end / 2);
  return { start: 0, end, next: found < 0 ? Infinity : end + 1, least };
}

// As text of one byte a character: that is searched and replaced natively, byte by byte not.
const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
const toBytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

function unstuff(packed: Uint8Array, offset: number, limit: number): Uint8Array {
  const text = latin1(packed);
  if (/\xdb(?![\xdc\xdd])/.test(text)) throw wrongEscape(offset);
  const payload = toBytes(
    text.replace(/\xdb\xdc/g, '\xc0').replace(/\xdb\xdd/g, '\xdb'),
  );
  if (payload.length > limit) throw tooLarge(offset, undefined, limit);
  return payload;
}

function encode(payload: Uint8Array, limit: number): Uint8Array {
  checkSize(payload, limit);
  if (payload.length === 0)
    throw new FrameError(
      'unencodable',
      'Cannot send payload of 0 bytes: END alone is no frame',
    );
  const escaped = latin1(payload).replace(/\xdb/g, '\xdb\xdd');
  const stuffed = escaped.replace(/\xc0/g, '\xdb\xdc');
  return toBytes(`${stuffed}\xc0`);
}

const wrongEscape = (offset: number) =>
  new FrameError(
    'malformed',
    `Cannot read frame at byte ${offset}: ESC before a byte that cannot be escaped`,
    { offset },
  );

function within(packed: Uint8Array): Part[] {
  return [...latin1(packed).matchAll(/\xdb.?|[^\xdb]+/gs)].map(
    ({ 0: found, index }) => {
      const role: Role = found.startsWith('\xdb') ? 'escape' : 'payload';
      return { role, start: index, end: index + found.length };
    },
  );
}
