import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { finished } from 'node:stream/promises';

/** What comes out of a peer: text or bytes. */
export type Frame = string | Uint8Array;

/** What you write with a package: chunks in, and every frame, in order, to `each`. */
export type Read = (
  chunks: Iterable<Buffer>,
  each: (frame: Frame) => void,
) => Promise<void> | void;

/** Chunks through a stream of Node, as `socket.pipe(stream)` puts them there. */
export async function through(
  stream: Duplex,
  chunks: Iterable<Buffer>,
  each: (frame: Frame) => void,
): Promise<void> {
  stream.on('data', each);
  const ended = finished(stream);
  for (const chunk of chunks) if (!stream.write(chunk)) await once(stream, 'drain');
  stream.end();
  await ended;
}
