import {
  type ByteCodec,
  lengthPrefixed,
  lines,
  netstring,
  raw,
  slip,
  websocket,
} from '../framing/index.ts';

/** The longest message that a tap reads, in bytes. A longer one passes as all bytes do, but is not shown. */
export const maxPayload = 65_536;

/** How a tap can tell messages apart, by name. `raw` shows what comes: chunks, which are not messages. */
export const framings = {
  raw: raw(),
  lines: lines({ maxPayload }),
  length: lengthPrefixed({ maxPayload }),
  netstring: netstring({ maxPayload }),
  slip: slip({ maxPayload }),
  websocket: websocket({ maxPayload }),
} as const satisfies Record<string, ByteCodec>;
