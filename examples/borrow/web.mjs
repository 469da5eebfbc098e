// Browsers, Deno, Bun and Node: a TransformStream.

import { lengthPrefixed, text } from 'duplex-modes/framing';

/** Bytes in, messages out. A bad frame is an error of the stream. */
function messages(codec) {
  const decoder = codec.decoder();
  return new TransformStream({
    transform(chunk, out) {
      decoder.push(chunk);
      for (let next = decoder.read(); next !== undefined; next = decoder.read())
        out.enqueue(next);
    },
    flush: () => decoder.end(),
  });
}

const codec = text(lengthPrefixed());
const bytes = new Blob(['Tea?', 'Milk?'].map(word => codec.encode(word))).stream();
for await (const word of bytes.pipeThrough(messages(codec)))
  console.log(word.length, word);
