// Browsers, Deno, Bun and Node: a web stream.

import { lengthPrefixed, messageStream, text } from 'duplex-modes/framing';

const codec = text(lengthPrefixed());
const bytes = new Blob(['Tea?', 'Milk?'].map(word => codec.encode(word))).stream();
const reader = bytes.pipeThrough(messageStream(codec)).getReader();
for (let next = await reader.read(); !next.done; next = await reader.read())
  console.log(next.value.length, next.value);
