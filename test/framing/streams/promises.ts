import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect } from 'vitest';
import { FrameError, lines, text } from '../../../lib/framing/index.ts';
import type { Adapter } from './adapters.ts';
import { Source } from './source.ts';

const codec = text(lines({ maxPayload: 16 }));
const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);

/** What a slow reader gets: the messages, and the error as its code. */
async function readSlowly(adapter: Adapter, source: Source): Promise<string[]> {
  const found: string[] = [];
  try {
    for await (const message of adapter(source, codec)) {
      found.push(message);
      await turn();
    }
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    found.push(`${error.code}@${error.offset}`);
  }
  return found;
}

/** More turns of the event loop than a stream takes to notice anything. */
async function moment(): Promise<void> {
  for (let turns = 0; turns < 200; turns++) await turn();
}

const inOneChunk = (words: string) => new Source([utf8(words)]);

/** More than any queue between two streams holds. */
const long = () =>
  new Source(Array.from({ length: 100 }, () => utf8('Tea?\n'.repeat(13_000))));

/** Cut into pieces of these lengths, again and again. */
function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turns = 0; at < bytes.length; turns++) {
    const size = sizes[turns % sizes.length] ?? 1;
    yield bytes.slice(at, at + size);
    at += size;
  }
}

/** What an adapter of framing to streams promises. Each throws if it does not keep that. */
export const promises = {
  async 'gives the same messages however the bytes are cut'(adapter: Adapter) {
    const words = ['Tea?', '', 'grüße 👋', 'x'.repeat(16)];
    const bytes = utf8(words.map(word => `${word}\n`).join(''));
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    const alike = fc.asyncProperty(sizes, async lengths => {
      const source = new Source(cut(bytes, lengths));
      expect(await readSlowly(adapter, source)).toEqual(words);
    });
    await fc.assert(alike, { numRuns: 50, examples: [[[1]], [[bytes.length]]] });
  },

  async 'tells of a bad frame after the messages before it'(adapter: Adapter) {
    const source = inOneChunk('One\nTwo\nThis one is too long\nFour\n');
    expect(await readSlowly(adapter, source)).toEqual(['One', 'Two', 'too-large@8']);
    await moment();
    expect(source.left).toBe(true);
  },

  async 'tells of a truncated end after the messages before it'(adapter: Adapter) {
    const source = inOneChunk('One\nTwo\nThr');
    expect(await readSlowly(adapter, source)).toEqual(['One', 'Two', 'truncated@8']);
  },

  async 'does not read on while nobody takes the messages'(adapter: Adapter) {
    const source = long();
    const messages = adapter(source, codec)[Symbol.asyncIterator]();
    expect((await messages.next()).value).toBe('Tea?');
    await moment();
    expect(source.asked).toBeLessThan(5);
    await messages.return?.();
  },

  async 'lets the source go when the reader leaves'(adapter: Adapter) {
    const source = long();
    for await (const message of adapter(source, codec)) {
      expect(message).toBe('Tea?');
      break;
    }
    await moment();
    expect(source.left).toBe(true);
  },
};
