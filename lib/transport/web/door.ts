import type { CodecFor } from '../../connection/codecs.ts';
import { type Codec, text, websocket } from '../../framing/index.ts';
import type { Values } from '../../options/option.ts';
import type { Door } from '../door.ts';
import { portOf } from '../tcp/endpoint.ts';
import {
  type HostPort,
  placeOptions,
  placeWords,
  streamOptions,
} from '../tcp/options.ts';
import type { WebOptions } from './web-options.ts';

/** Where a client's way in begins: the page's room has a path of its own. */
type Calling = HostPort & { readonly path?: string };
type At = HostPort & Partial<WebOptions & Values<typeof streamOptions>>;

const codec: CodecFor = maxPayload => withoutEndings(text(websocket({ maxPayload })));

/** WebSocket, and the web page on the same port. */
export const websocketDoor = {
  name: 'websocket',
  faults: 'stream',
  wholeClose: true,
  codec,
  server: (port: number) => ({
    ...placeOptions(port, 0, ' for the page'),
    ...streamOptions,
  }),
  client: (port: number) => placeOptions(port, 1),
  ...placeWords,
  async network() {
    const { connectWebSocket, listenWebSocket } = await import('./websocket.ts');
    return {
      anywhere: (): HostPort => ({ host: '127.0.0.1', port: 0 }),
      async listen({ paths = ['/'], ...at }: At) {
        const listener = await listenWebSocket({ ...at, paths });
        const place = { host: at.host, port: portOf(listener.address) };
        return { ...listener, at: place, atPath: listener.at };
      },
      connect: ({ host, port, path = '/' }: Calling) =>
        connectWebSocket(host, port, path),
    };
  },
  async inMemory(node) {
    const { memoryStreams } = await import('../memory/memory-streams.ts');
    const { wholeClose } = await import('../memory/whole-close.ts');
    return memoryStreams(`memory websocket ${node}`.trimEnd(), wholeClose);
  },
} satisfies Door;

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
