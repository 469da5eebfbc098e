import { bytes } from './bytes.ts';
import type { ByteCodec } from './codec.ts';
import type { Find } from './frame.ts';
import { FrameError } from './frame-error.ts';
import { framing } from './framing.ts';
import { checkLimit, type Limit } from './limit.ts';
import type { ReceiveBuffer } from './receive-buffer.ts';

/**
 * The bytes, then a delimiter of one byte or more: `hello\0`, `hello--end--`. A string means its
 * UTF-8. The first whole delimiter ends the frame.
 *
 * A payload is `unencodable` if the decoder would find the delimiter too early. A payload has at
 * most `maxPayload` bytes (default: 64 KiB): a longer one is `too-large`, and skipped. Throws a
 * RangeError if the delimiter is empty.
 */
export function delimited(
  delimiter: string | Uint8Array,
  { maxPayload = 65_536 }: Limit = {},
): ByteCodec {
  const mark =
    typeof delimiter === 'string'
      ? bytes.fromText(delimiter)
      : new Uint8Array(delimiter);
  return framing({
    name: 'delimited',
    limit: checkLimit(maxPayload),
    find: findDelimiter(mark),
    ending: mark.every(byte => byte < 0x80)
      ? { mark: bytes.toLatin1(mark) }
      : undefined,
    frame: payload => ended(payload, mark),
  });
}

/** Looks for the last byte of the delimiter, then back: searching for one byte is fastest. */
export function findDelimiter(delimiter: Uint8Array): Find {
  const before = delimiter.length - 1;
  const last = delimiter[before];
  if (last === undefined)
    throw new RangeError('Cannot delimit frames by no bytes: give one');
  return (received, searched) => {
    let at = received.indexOf(last, Math.max(before, searched));
    while (at >= 0 && !isAt(received, at - before, delimiter))
      at = received.indexOf(last, at + 1);
    // The last bytes may be part of a delimiter: they do not count until the rest arrives.
    if (at < 0)
      return { start: 0, end: Math.max(0, received.length - before), next: Infinity };
    return { start: 0, end: at - before, next: at + 1 };
  };
}

const isAt = (received: ReceiveBuffer, start: number, delimiter: Uint8Array) =>
  delimiter.every((byte, index) => received.at(start + index) === byte);

/** Returns the payload with its delimiter, if the decoder will find it there. */
export function ended(payload: Uint8Array, delimiter: Uint8Array): Uint8Array {
  const frame = bytes.joined([payload, delimiter]);
  const at = bytes.indexOf(frame, delimiter);
  if (at === payload.length) return frame;
  throw new FrameError(
    'unencodable',
    `Cannot send payload: the delimiter at byte ${at} would end the frame there`,
  );
}
