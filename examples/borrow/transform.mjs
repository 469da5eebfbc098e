// Node: a Transform, for programs that pipe streams into each other.
//
//     printf 'Tea?\nMilk?\n' | node transform.mjs

import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { lines, text } from 'duplex-modes/framing';

/** Bytes in, messages out. A bad frame is an error of the stream. */
function messages(codec) {
  const decoder = codec.decoder();
  return new Transform({
    readableObjectMode: true,
    transform(chunk, _encoding, done) {
      try {
        decoder.push(chunk);
        for (let next = decoder.read(); next !== undefined; next = decoder.read())
          this.push(next);
        done();
      } catch (error) {
        done(error);
      }
    },
    flush(done) {
      try {
        decoder.end();
        done();
      } catch (error) {
        done(error);
      }
    },
  });
}

await pipeline(process.stdin, messages(text(lines())), async all => {
  for await (const line of all) console.log(line.length, line);
});
