// What is possible at all: lines by a loop of your own, which has no limit, no error and no end,
// and whose lines are windows on the text of a whole chunk.

import type { Read } from './read.ts';

const LF = 0x0a;

export const read: Read = (chunks, each) => {
  let rest: Buffer[] = [];
  for (const chunk of chunks) {
    const end = chunk.lastIndexOf(LF) + 1;
    if (end === 0) rest.push(chunk);
    else {
      const whole = rest.length === 0 ? chunk : Buffer.concat([...rest, chunk]);
      const text = whole.toString('utf8', 0, whole.length - chunk.length + end);
      let start = 0;
      for (let lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', start)) {
        each(text.slice(start, lf));
        start = lf + 1;
      }
      rest = end < chunk.length ? [chunk.subarray(end)] : [];
    }
  }
};
