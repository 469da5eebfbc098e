// Node: a transform, for programs that pipe streams into each other.
//
//     printf 'Tea?\nMilk?\n' | node transform.mjs

import { pipeline } from 'node:stream/promises';
import { lines, text } from 'duplex-modes/framing';
import { messageTransform } from 'duplex-modes/framing/node';

await pipeline(process.stdin, messageTransform(text(lines())), async messages => {
  for await (const line of messages) console.log(line.length, line);
});
