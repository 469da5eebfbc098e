import { Duplex } from 'node:stream';
import type { Codec } from '../codec.ts';

/**
 * For Node's streams: bytes in, messages out. A bad frame or a truncated end is an error of the
 * stream, after all the messages before it. A message is decoded when somebody reads it, so a
 * reader that waits stops the writer.
 */
export function messageTransform<T>(codec: Codec<T>): Duplex {
  const decoder = codec.decoder();
  let wanted = false;
  /** Asks for the next chunk, because every message of the last one has been read. */
  let used = () => {};
  const stream = new Duplex({
    readableObjectMode: true,
    readableHighWaterMark: 0,
    read() {
      wanted = true;
      next();
    },
    write(chunk: Uint8Array, _encoding, done) {
      decoder.push(chunk);
      used = done;
      next();
    },
    final(done) {
      try {
        decoder.end();
      } catch (error) {
        return done(error as Error);
      }
      stream.push(null);
      done();
    },
  });
  return stream;

  function next(): void {
    if (!wanted) return;
    let message: T | undefined;
    try {
      message = decoder.read();
    } catch (error) {
      stream.destroy(error as Error);
      return;
    }
    wanted = message === undefined;
    if (wanted) used();
    else stream.push(message);
  }
}
