import { type FramingName, namedFramings } from '../framing/framings.ts';
import { type ByteCodec, raw, slip, websocket } from '../framing/index.ts';

/** The longest message that a tap reads, in bytes. A longer one passes as all bytes do, but is not shown. */
const limit = { maxPayload: 65_536 };

/** The framings that a program of ours can choose, with the tap's limit. */
const chosen = Object.fromEntries(
  Object.entries(namedFramings).map(([name, framing]) => [name, framing(limit)]),
) as Record<FramingName, ByteCodec>;

/** How a tap can find the messages, by name. `raw` shows the chunks as they arrive; they are not messages. */
export const framings = {
  raw: raw(),
  ...chosen,
  slip: slip(limit),
  websocket: websocket(limit),
};
