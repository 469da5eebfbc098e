import { type Codec, text, websocket } from '../../framing/index.ts';
import type { CodecFor } from './flags.ts';

/** The ways into a server: a framing of its choice over TCP, or WebSocket. */
export const doors = ['tcp', 'websocket'] as const;
export type Door = (typeof doors)[number];

/** How messages are told apart at a door. WebSocket has frames of its own. */
export const framingAt = (door: Door, framing: CodecFor): CodecFor =>
  door === 'tcp'
    ? framing
    : maxPayload => withoutEndings(text(websocket({ maxPayload })));

/** Removes one LF or CRLF at the end of a text: a program that is made for lines sends it after its words. */
function withoutEndings(codec: Codec<string>): Codec<string> {
  return {
    ...codec,
    decoder() {
      const decoder = codec.decoder();
      return {
        push: chunk => decoder.push(chunk),
        read: () => decoder.read()?.replace(/\r?\n$/, ''),
        end: () => decoder.end(),
        get buffered() {
          return decoder.buffered;
        },
        get taken() {
          return decoder.taken;
        },
      };
    },
  };
}
