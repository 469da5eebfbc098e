// Node: the messages of a stream, one after the other.
//
//     printf 'Tea?\nMilk?\n' | node node.mjs

import { lines, text } from 'duplex-modes/framing';

const decoder = text(lines()).decoder();
for await (const chunk of process.stdin) {
  decoder.push(chunk);
  for (let line = decoder.read(); line !== undefined; line = decoder.read())
    console.log(line.length, line);
}
// Throws if the stream ended in the middle of a line.
decoder.end();
