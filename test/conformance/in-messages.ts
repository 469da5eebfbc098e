import type { Wire } from '../../lib/connection/wire.ts';
import { text, websocket } from '../../lib/framing/index.ts';
import { but } from './but.ts';

const codec = text(websocket());
/** What one message carries of a large write. */
const most = 4_000;

/** Any bytes over a transport that carries text in messages: each byte is a character. */
export function inMessages(wire: Wire): Wire {
  const decoder = codec.decoder();
  return but(wire, {
    write(...pieces) {
      const bytes = Buffer.concat(pieces);
      const frames: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += most)
        frames.push(codec.encode(bytes.toString('latin1', at, at + most)));
      return wire.write(...frames);
    },
    start: events =>
      wire.start({
        drained: () => events.drained(),
        ended: () => events.ended(),
        reset: () => events.reset(),
        closed: () => events.closed(),
        chunk(bytes) {
          decoder.push(bytes);
          for (let one = decoder.read(); one !== undefined; one = decoder.read())
            events.chunk(Buffer.from(one, 'latin1'));
        },
      }),
  });
}
