// node:readline and its 'line' event. What is pushed into a flowing stream is read immediately.

import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Read } from './read.ts';

export const read: Read = async (chunks, each) => {
  const input = new Readable({ read() {} });
  const lines = createInterface({ input });
  lines.on('line', each);
  for (const chunk of chunks) if (!input.push(chunk)) await setImmediate();
  input.push(null);
  await once(lines, 'close');
};
