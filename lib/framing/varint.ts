import { announced, corrupt, type Length } from './frame.ts';

/** Bytes that the largest limit needs: 7 bits each. */
const LONGEST = 5;
const MORE = 0x80;

/**
 * A length as Protocol Buffers write it: seven bits a byte, the lowest first, the top bit says
 * that more follow; 300 is `ac 02` (protobuf.dev/programming-guides/encoding, "Base 128
 * Varints"). A longer form than needed counts as well: some writers leave room for a length
 * that they learn later.
 */
export const varint: Length = {
  find(received) {
    let size = 0;
    for (let at = 0; at < LONGEST; at++) {
      const byte = received.at(at);
      if (byte === undefined) return undefined;
      size += (byte % MORE) * MORE ** at;
      if (byte < MORE) return announced(at + 1, size);
    }
    return corrupt(`its length has over ${LONGEST} bytes`);
  },
  write(length) {
    const bytes: number[] = [];
    let rest = length;
    for (; rest >= MORE; rest = Math.floor(rest / MORE))
      bytes.push((rest % MORE) + MORE);
    return Uint8Array.from([...bytes, rest]);
  },
};
