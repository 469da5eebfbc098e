import { bytes } from './bytes.ts';
import type { ByteCodec } from './codec.ts';
import { announced, corrupt, type Frame } from './frame.ts';
import { framing } from './framing.ts';
import { checkLimit, type Limit } from './limit.ts';
import type { ReceiveBuffer } from './receive-buffer.ts';

/** FIN and opcode 1: a whole text message. Every frame begins with this byte. */
const WHOLE_TEXT = 0x81;
const [UINT16, UINT64] = [126, 127];

/**
 * A message as a WebSocket server writes it (RFC 6455, 5.2): `81 05 h e l l o`. The length
 * follows the first byte: one byte for lengths up to 125, otherwise 126 and two bytes, or 127
 * and eight. Only the shortest form that fits is valid.
 *
 * Any payload up to `maxPayload` bytes (default: 1 MiB) can be sent. A browser rejects payloads
 * that are not UTF-8, so use this framing below `text`. A greater length is `too-large`, and
 * skipped. lib/transport handles masks, fragments, pings and everything else that strangers may
 * send. Here, every byte except the length and the payload is the same in each frame, and any
 * other is `corrupt`.
 */
export function websocket({ maxPayload = 1_048_576 }: Limit = {}): ByteCodec {
  return framing({
    name: 'websocket',
    limit: checkLimit(maxPayload),
    find,
    head,
    frame: payload => bytes.joined([head(payload.length), payload]),
  });
}

function headOf(size: number): Uint8Array {
  if (size < UINT16) return Uint8Array.of(WHOLE_TEXT, size);
  const short = size < 0x1_0000;
  const head = Uint8Array.of(
    WHOLE_TEXT,
    short ? UINT16 : UINT64,
    ...Array(short ? 2 : 8),
  );
  const length = new DataView(head.buffer, 2);
  if (short) length.setUint16(0, size);
  else length.setBigUint64(0, BigInt(size));
  return head;
}

/** Most messages are short, so their heads are made once. */
const shortHeads = Array.from({ length: UINT16 }, (_, size) => headOf(size));

const head = (size: number): Uint8Array => shortHeads[size] ?? headOf(size);

function find(received: ReceiveBuffer): Frame | undefined {
  const [first, size] = [received.at(0), received.at(1)];
  if (first !== undefined && first !== WHOLE_TEXT)
    return corrupt(`it begins with a byte ${first}, not ${WHOLE_TEXT}`);
  if (size === undefined) return undefined;
  if (size > UINT64) return corrupt('it is masked');
  if (size < UINT16) return framed(2, size);
  return size === UINT16 ? twoBytes(received) : eightBytes(received);
}

function twoBytes(received: ReceiveBuffer): Frame | undefined {
  const [high, low] = [received.at(2), received.at(3)];
  if (high === undefined || low === undefined) return undefined;
  return framed(4, 256 * high + low, UINT16);
}

function eightBytes(received: ReceiveBuffer): Frame | undefined {
  if (received.length < 10) return undefined;
  const { buffer, byteOffset } = received.view(2, 10);
  const size = new DataView(buffer, byteOffset).getBigUint64(0);
  return framed(10, Number(size), 0x1_0000);
}

function framed(start: number, size: number, least = 0): Frame {
  if (size < least) return corrupt('its length has a shorter form');
  return announced(start, size);
}
