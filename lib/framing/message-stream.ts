import type { Codec } from './codec.ts';

/** Both sides of a stream that turns bytes into messages: what `pipeThrough` takes. */
export interface MessageStream<T> {
  readonly writable: WritableStream<Uint8Array>;
  readonly readable: ReadableStream<T>;
}

/**
 * For web streams: bytes in, messages out. A bad frame or a truncated end is an error of the
 * stream, after all the messages before it. A message is decoded when somebody reads it, so a
 * reader that waits stops the writer.
 */
export function messageStream<T>(codec: Codec<T>): MessageStream<T> {
  const { readable: chunks, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const source = chunks.getReader();
  const decoder = codec.decoder();
  const readable = new ReadableStream<T>(
    {
      pull: out =>
        next(out).catch(async error => {
          await source.cancel(error);
          throw error;
        }),
      cancel: reason => source.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return { writable, readable };

  async function next(out: ReadableStreamDefaultController<T>): Promise<void> {
    for (;;) {
      const message = decoder.read();
      if (message !== undefined) return out.enqueue(message);
      const { done, value } = await source.read();
      if (done) break;
      decoder.push(value);
    }
    decoder.end();
    out.close();
  }
}
