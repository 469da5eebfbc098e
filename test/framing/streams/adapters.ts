import { pipeline, Readable, Transform } from 'node:stream';
import {
  type Codec,
  type MessageStream,
  messageStream,
} from '../../../lib/framing/index.ts';
import { messageTransform } from '../../../lib/framing/node/index.ts';
import type { Source } from './source.ts';

/** Pipes a source through an adapter. */
export type Adapter = (source: Source, codec: Codec<string>) => AsyncIterable<string>;

const byNode =
  (made: (codec: Codec<string>) => NodeJS.ReadWriteStream): Adapter =>
  (source, codec) => {
    const bytes = Readable.from(source, { objectMode: false, highWaterMark: 1 });
    const messages = made(codec);
    pipeline(bytes, messages, () => {});
    return messages as AsyncIterable<unknown> as AsyncIterable<string>;
  };

const byWeb =
  (made: (codec: Codec<string>) => MessageStream<string>): Adapter =>
  (source, codec) => {
    const chunks = source[Symbol.asyncIterator]();
    const bytes = new ReadableStream<Uint8Array>(
      {
        async pull(out) {
          const { done, value } = await chunks.next();
          if (done) out.close();
          else out.enqueue(value);
        },
        cancel: async () => void (await chunks.return(undefined)),
      },
      { highWaterMark: 0 },
    );
    return bytes.pipeThrough(made(codec));
  };

export const right = { node: byNode(messageTransform), web: byWeb(messageStream) };

/** As people write them first: what is decoded is put into a queue, and an error empties the queue. */
export const eager = {
  node: byNode(codec => {
    const decoder = codec.decoder();
    return transforming(
      (chunk, push) => {
        decoder.push(chunk);
        for (let next = decoder.read(); next !== undefined; next = decoder.read())
          push(next);
      },
      () => decoder.end(),
    );
  }),
  web: byWeb(codec => {
    const decoder = codec.decoder();
    return new TransformStream<Uint8Array, string>({
      transform(chunk, out) {
        decoder.push(chunk);
        for (let next = decoder.read(); next !== undefined; next = decoder.read())
          out.enqueue(next);
      },
      flush: () => decoder.end(),
    });
  }),
};

/** It never asks what is missing at the end. */
export const forgetsTheEnd = byNode(codec => {
  const decoder = codec.decoder();
  return transforming((chunk, push) => {
    decoder.push(chunk);
    for (let next = decoder.read(); next !== undefined; next = decoder.read())
      push(next);
  });
});

/** A chunk is a message. */
export const believesChunks = byNode(codec =>
  transforming((chunk, push) => {
    const decoder = codec.decoder();
    decoder.push(chunk);
    const message = decoder.read();
    if (message !== undefined) push(message);
  }),
);

/** It takes all that comes, whether anybody reads it or not. */
export const greedy: Adapter = async function* (source, codec) {
  const found: string[] = [];
  const decoder = codec.decoder();
  let over = false;
  const reading = (async () => {
    for await (const chunk of source) {
      decoder.push(chunk);
      for (let next = decoder.read(); next !== undefined; next = decoder.read())
        found.push(next);
    }
    over = true;
  })();
  while (!over || found.length > 0) {
    const next = found.shift();
    if (next === undefined) await new Promise(setImmediate);
    else yield next;
  }
  await reading;
};

/** It has no word for a reader that leaves. */
export const keepsTheSource: Adapter = (source, codec) => {
  const messages = right.node(source, codec)[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => messages.next() }) };
};

function transforming(
  take: (chunk: Uint8Array, push: (message: string) => void) => void,
  end = () => {},
): Transform {
  const attempt = (work: () => void, done: (error?: Error) => void) => {
    try {
      work();
      done();
    } catch (error) {
      done(error as Error);
    }
  };
  return new Transform({
    readableObjectMode: true,
    transform(chunk: Uint8Array, _encoding, done) {
      attempt(() => take(chunk, message => this.push(message)), done);
    },
    flush: done => attempt(end, done),
  });
}
