import { bytes } from './bytes.ts';
import type { ByteCodec } from './codec.ts';
import { announced, corrupt, type Frame } from './frame.ts';
import { framing } from './framing.ts';
import { checkLimit, type Limit } from './limit.ts';
import type { ReceiveBuffer } from './receive-buffer.ts';

const [ZERO, COLON, COMMA] = [0x30, 0x3a, 0x2c];
/** How many digits the largest limit needs. */
const DIGITS = 10;

/**
 * A length in decimal, a colon, the bytes, a comma: `5:hello,` (D. J. Bernstein,
 * cr.yp.to/proto/netstrings.txt). The comma carries no information: it is there to be checked.
 *
 * Any payload up to `maxPayload` bytes (default: 1 MiB) can be sent. A greater length is
 * `too-large` as soon as it is read; its payload and comma are skipped unseen. Three things are
 * `corrupt`: a length that is not a number, a length with a leading zero, and a missing comma.
 */
export function netstring({ maxPayload = 1_048_576 }: Limit = {}): ByteCodec {
  return framing({
    name: 'netstring',
    limit: checkLimit(maxPayload),
    find,
    frame: payload =>
      bytes.joined([
        bytes.fromText(`${payload.length}:`),
        payload,
        Uint8Array.of(COMMA),
      ]),
    behind: 'check',
  });
}

function find(received: ReceiveBuffer): Frame | undefined {
  let size = 0;
  for (let at = 0; ; at++) {
    const byte = received.at(at);
    if (byte === undefined) return undefined;
    if (byte === COLON && at > 0) return counted(received, at + 1, size);
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9) return corrupt(`its length has a byte ${byte}`);
    if (at === DIGITS) return corrupt(`its length has over ${DIGITS} digits`);
    if (at === 1 && size === 0) return corrupt('its length begins with 0');
    size = 10 * size + digit;
  }
}

function counted(received: ReceiveBuffer, start: number, size: number): Frame {
  const frame = announced(start, size);
  if (frame.corrupt !== undefined) return frame;
  const check = received.at(frame.end) ?? COMMA;
  const next = frame.end + 1;
  return check === COMMA
    ? { ...frame, next }
    : { ...frame, next, corrupt: 'no comma after its payload' };
}
