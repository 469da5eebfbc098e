/**
 * Prints what it takes, by framing: `kept`, in bytes for each chunk, to keep one message of each of many
 * chunks; `held`, in bytes for each received, to hold a frame that comes byte by byte.
 */
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
import { withLong } from '../../long.ts';

const CHUNKS = withLong ? 2000 : 1000;
const [message, rest] = [Buffer.from('16 bytes of text'), Buffer.alloc(65_450, 0x61)];

/** By how many bytes for each chunk memory grows when `keep` keeps something of chunk after chunk. */
function grown(chunk: Uint8Array, keep: (chunk: Uint8Array) => unknown): number {
  const before = used();
  const kept = Array.from({ length: CHUNKS }, () => keep(new Uint8Array(chunk)));
  const after = used();
  if (kept.includes(undefined)) throw new Error('Nothing was read');
  return (after - before) / CHUNKS;
}

function used(): number {
  // The memory of a dead buffer is given back by one of the next collections.
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The message at place `keep` of each chunk; the others, one of them long, are not kept. */
function kept<T>(codec: Codec<T>, messages: readonly T[], keep = 0): number {
  const decoder = codec.decoder();
  const chunk = Buffer.concat(messages.map(codec.encode));
  const turn = () =>
    grown(chunk, bytes => {
      decoder.push(bytes);
      return messages.map(() => decoder.read())[keep];
    });
  // What is compiled meanwhile stays, too: once.
  return Math.min(turn(), turn(), turn());
}

const framings = (maxPayload: number) => ({
  lines: lines({ maxPayload }),
  ...(withLong && {
    length: lengthPrefixed({ maxPayload }),
    netstring: netstring({ maxPayload }),
    slip: slip({ maxPayload }),
    checksummed: checksummed(lines({ maxPayload }), crc32),
  }),
});
const RECEIVED = withLong ? 263_000 : 132_000;

/** `take` gets an unfinished frame, byte by byte, each in memory of its own. */
function held(take: (chunk: Uint8Array) => void, frame: Uint8Array): number {
  const before = used();
  for (let at = 0; at < RECEIVED; at++) take(frame.slice(at, at + 1));
  return (used() - before) / RECEIVED;
}

function heldBy(codec: Codec<Uint8Array>): number {
  const decoder = codec.decoder();
  const frame = codec.encode(Buffer.alloc(2 * RECEIVED, 0x61));
  const figure = held(chunk => {
    decoder.push(chunk);
    decoder.read();
  }, frame);
  if (decoder.buffered !== RECEIVED) throw new Error('Not all of it is held');
  return figure;
}

const each = (codecs: Record<string, Codec<Uint8Array>>, what: typeof heldBy) =>
  Object.fromEntries(
    Object.entries(codecs).map(([name, codec]) => [name, what(codec)]),
  );

const asText = text(lines());
/** V8 takes two bytes for each of their characters. */
const wide = Array<string>(64).fill('16 bytes, in €');

// The first time compiles, and what it compiles stays.
each(framings(2 ** 20), heldBy);

const four = Buffer.alloc(400, 'a');
const [short, longer, long] = [message, four, rest].map(String) as [
  string,
  string,
  string,
];
const views = grown(Buffer.concat([message, rest]), chunk => chunk.subarray(0, 16));
const list: Uint8Array[] = [];
process.stdout.write(
  JSON.stringify({
    kept: {
      ...each(framings(65_536), codec => kept(codec, [message, rest])),
      text: kept(asText, [short, long]),
      'text among wide ones': kept(asText, wide, 1),
      ...(withLong && {
        'text after a longer one': kept(asText, [longer, short, long], 1),
        'bytes after longer ones': kept(lines(), [four, message, rest], 1),
      }),
      views,
    },
    longer: {
      'text among wide ones': kept(
        asText,
        [`€${longer}`, 'a'.repeat(210), ...Array<string>(30).fill(`€${longer}`)],
        1,
      ),
      bytes: kept(lines(), [four, rest]),
      text: kept(asText, [longer, long]),
    },
    held: {
      ...each(framings(2 ** 20), heldBy),
      list: held(chunk => list.push(chunk), new Uint8Array(RECEIVED)),
    },
  }),
);
