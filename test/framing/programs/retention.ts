/** Prints what it takes to keep one message of each of 2,000 chunks, in bytes a framing. */
import { crc32 } from 'node:zlib';
import {
  type Codec,
  checksummed,
  lengthPrefixed,
  lines,
  netstring,
  slip,
  text,
} from '../../../lib/framing/index.ts';

const CHUNKS = 2000;
const [message, rest] = [Buffer.from('16 bytes of text'), Buffer.alloc(65_450, 0x61)];

/** By how many bytes memory grows when `keep` keeps something of chunk after chunk. */
function grown(chunk: Uint8Array, keep: (chunk: Uint8Array) => unknown): number {
  const before = used();
  const kept = Array.from({ length: CHUNKS }, () => keep(new Uint8Array(chunk)));
  const after = used();
  if (kept.includes(undefined)) throw new Error('Nothing was read');
  return after - before;
}

function used(): number {
  // The memory of a dead buffer is given back by one of the next collections.
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The first message of each chunk; it is followed by a long one, which is not kept. */
function kept<T>(codec: Codec<T>, short: T, long: T): number {
  const decoder = codec.decoder();
  return grown(Buffer.concat([codec.encode(short), codec.encode(long)]), chunk => {
    decoder.push(chunk);
    const first = decoder.read();
    while (decoder.read() !== undefined) {}
    return first;
  });
}

const framings = {
  lines: lines(),
  length: lengthPrefixed(),
  netstring: netstring(),
  slip: slip(),
  checksummed: checksummed(lines(), crc32),
};
const asBytes = Object.entries(framings).map(([name, codec]) => [
  name,
  kept(codec, message, rest),
]);
const asText = kept(text(lines()), String(message), String(rest));
const views = grown(Buffer.concat([message, rest]), chunk => chunk.subarray(0, 16));
process.stdout.write(
  JSON.stringify({ ...Object.fromEntries(asBytes), text: asText, views }),
);
