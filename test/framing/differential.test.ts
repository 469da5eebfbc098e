import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, bytes, cut, join, latin1, outcomes } from './outcomes.ts';
import { peers } from './peers.ts';
import { runs, sizes } from './subject.ts';

/** Text of one byte a character, since some peers give text; and what their formats escape. */
const payload = fc.string({
  unit: fc.constantFrom('a', 'b', '\r', '1', ' '),
  maxLength: 9,
});
const many = fc.array(payload, { maxLength: 20 });

describe.each(peers)('$name', ({ codec, read, losesEmpty, differs }) => {
  const sendable = (text: string) =>
    !(losesEmpty && text === '') && !attempt(() => codec.encode(bytes(text)), []);

  it('reads what we write as we do, however it is cut', async () => {
    const property = fc.asyncProperty(many, sizes, async (texts, chunking) => {
      const sent = texts.filter(sendable);
      const stream = join(...sent.map(text => codec.encode(bytes(text))));
      const chunks = [...cut(stream, chunking)];
      expect(await read(chunks)).toEqual(outcomes(codec, latin1, chunks));
      expect(await read(chunks)).toEqual(sent);
    });
    await fc.assert(property, runs(50));
  });

  it.each(differs)('%s: %j', async (_why, stream, theirs, ours) => {
    expect(await read([bytes(stream)])).toEqual(theirs);
    expect(outcomes(codec, latin1, [bytes(stream)])).toEqual(ours);
  });
});

const writers = peers.filter(({ write }) => write !== undefined);

it.each(writers)('$name writes what we write', async ({ codec, write }) => {
  const any = fc.uint8Array({ minLength: 1, maxLength: 300 });
  const property = fc.asyncProperty(any, async payload => {
    expect(await write?.(payload)).toBe(latin1(codec.encode(payload)));
  });
  await fc.assert(property, runs(50));
});
