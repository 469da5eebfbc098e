import { announced, corrupt, type Length } from './frame.ts';

/** How many bytes the largest limit needs, at 7 bits each. */
const LONGEST = 5;
const MORE = 0x80;

/**
 * A length as Protocol Buffers write it: seven bits per byte, the lowest bits first. The top bit
 * says that more bytes follow; 300 is `ac 02` (protobuf.dev/programming-guides/encoding, "Base
 * 128 Varints"). A form that is longer than needed is valid: some writers reserve space for a
 * length that they learn later.
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
