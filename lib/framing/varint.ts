import type { Frame } from './frame-decoder.ts';
import type { Unread } from './unread.ts';

/** Bytes that the largest limit needs: 7 bits each. */
const LONGEST = 5;
const MORE = 0x80;

/**
 * A length as Protocol Buffers write it: seven bits a byte, the lowest first, the top bit says
 * that more follow; 300 is `ac 02` (protobuf.dev/programming-guides/encoding, "Base 128
 * Varints"). A longer form than needed counts as well: some writers leave room for a length
 * that they learn later.
 */
export function findVarint(unread: Unread): Frame | undefined {
  let announced = 0;
  for (let at = 0; at < LONGEST; at++) {
    const byte = unread.at(at);
    if (byte === undefined) return undefined;
    announced += (byte % MORE) * MORE ** at;
    const end = at + 1 + announced;
    if (byte < MORE) return { start: at + 1, end, next: end, announced };
  }
  return { start: 0, end: 0, next: 0, corrupt: `its length has over ${LONGEST} bytes` };
}

export function encodeVarint(payload: Uint8Array): Uint8Array {
  const length: number[] = [];
  let rest = payload.length;
  for (; rest >= MORE; rest = Math.floor(rest / MORE))
    length.push((rest % MORE) + MORE);
  length.push(rest);
  const frame = new Uint8Array(length.length + payload.length);
  frame.set(length);
  frame.set(payload, length.length);
  return frame;
}
