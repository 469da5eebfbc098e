// lib/framing alone, in any program that has a stream:
//
//     printf 'Tea?\nMilk?\n' | node run.js demos/framing/borrow.ts

import { type Codec, lines, text } from '../../lib/framing/index.ts';

/** Yields the messages of a socket, a file or a pipe. Throws a FrameError for a bad frame. */
async function* messages<T>(stream: AsyncIterable<Uint8Array>, codec: Codec<T>) {
  const decoder = codec.decoder();
  for await (const chunk of stream) {
    decoder.push(chunk);
    for (let next = decoder.read(); next !== undefined; next = decoder.read())
      yield next;
  }
  decoder.end();
}

// A reader that has seen enough (`| head -1`) closes its end: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : 1),
);
try {
  for await (const line of messages(process.stdin, text(lines())))
    process.stdout.write(`${line.length} ${line}\n`);
} catch (error) {
  process.stderr.write(`borrow: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
