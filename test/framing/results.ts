import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Decoder, FrameError } from '../../lib/framing/index.ts';
import { attempt, bytes, compositions, cut, join } from './outcomes.ts';
import { ok, payloads, run, runs, type Subject, sizes } from './subject.ts';

/** Good frames, frames over the limit, and now and then rubbish. */
const streams = ({ frame, limit, special }: Subject) => {
  const framed = payloads(limit + 2, special).map(frame);
  const parts = fc.oneof({ weight: 9, arbitrary: framed }, payloads(5, special));
  return fc.array(parts, { maxLength: 30 }).map(list => join(...list));
};

/** What comes out, and in which order. */
export const results = {
  'sends what comes back, and refuses exactly the rest'(subject: Subject) {
    const codec = subject.make(subject.limit);
    const many = fc.array(subject.messages, { maxLength: 20 });
    const property = fc.property(many, sizes, (messages, chunking) => {
      const sent = messages.map(message => {
        const frame = subject.frame(Buffer.from(message as Uint8Array | string));
        const [shown, ...others] = subject.expected(frame);
        const comesBack = shown === subject.show(message) && others.length === 0;
        const encode = () =>
          assert.deepEqual(new Uint8Array(codec.encode(message)), frame);
        assert.equal(attempt(encode, []) === false, comesBack);
        return comesBack ? { frame, shown } : { frame: bytes(''), shown: [] };
      });
      const stream = join(...sent.map(({ frame }) => frame));
      const all = sent.flatMap(({ shown }) => shown);
      assert.deepEqual(run(subject, cut(stream, chunking)), all);
    });
    fc.assert(property, runs(300));
  },

  'gives the same however a short stream is cut'(subject: Subject) {
    for (const stream of subject.short) {
      const expected = subject.expected(stream);
      for (const chunking of compositions(stream.length))
        assert.deepEqual(run(subject, cut(stream, chunking)), expected);
    }
  },

  'gives the same however a long stream is cut'(subject: Subject) {
    const property = fc.property(streams(subject), sizes, (stream, chunking) => {
      assert.deepEqual(run(subject, cut(stream, chunking)), subject.expected(stream));
    });
    fc.assert(property, runs(300));
  },

  'says how many bytes each read took'(subject: Subject) {
    const property = fc.property(streams(subject), sizes, (stream, chunking) => {
      const decoder = subject.make(subject.limit).decoder();
      for (const chunk of cut(stream, chunking)) {
        decoder.push(chunk);
        for (let more = true; more; ) {
          const before = decoder.buffered;
          const failed = attempt(() => {
            more = decoder.read() !== undefined;
          }, []);
          more &&= failed !== 'for good';
          assert.equal(decoder.taken, before - decoder.buffered);
        }
      }
    });
    fc.assert(property, runs(100));
  },

  'calls a stream truncated unless it ends between frames'(subject: Subject) {
    const frames = ['', 'a', '', 'ok', '123456789', ''].map(bytes).map(subject.frame);
    const stream = join(...frames);
    let boundary = 0;
    const boundaries = new Set([
      0,
      ...frames.map(({ length }) => (boundary += length)),
    ]);
    for (let end = 0; end <= stream.length; end++) {
      const last = run(subject, [stream.slice(0, end)]).at(-1) ?? '';
      assert.equal(last.startsWith('truncated'), !boundaries.has(end), `cut at ${end}`);
    }
  },

  'keeps empty frames, where it can say them'(subject: Subject) {
    const empty = subject.frame(bytes(''));
    const stream = join(empty, empty, ok(subject), empty);
    const expected = subject.empty ? ['', '', 'ok', ''] : ['ok'];
    assert.deepEqual(run(subject, [stream]), expected);
    assert.deepEqual(run(subject, cut(stream, [1])), expected);
  },

  'throws the same error from then on, once cut off'(subject: Subject) {
    const decoder = subject.make(subject.limit).decoder();
    decoder.push(ok(subject).slice(0, -1));
    decoder.read();
    assertOver(
      decoder,
      'truncated',
      [() => decoder.end(), () => decoder.read()],
      ok(subject),
    );
  },

  'throws the same error from then on, once corrupt'(subject: Subject) {
    if (subject.corrupt === undefined) return;
    const decoder = subject.make(subject.limit).decoder();
    decoder.push(join(ok(subject), subject.corrupt));
    assert.equal(subject.show(decoder.read()), 'ok');
    assertOver(
      decoder,
      'corrupt',
      [() => decoder.read(), () => decoder.end()],
      ok(subject),
    );
  },
};

/** Every call throws one and the same fatal error, and what is pushed is not held. */
function assertOver(
  decoder: Decoder<unknown>,
  code: string,
  calls: readonly (() => unknown)[],
  more: Uint8Array,
): void {
  const [error, ...others] = calls.map(call => caught(call));
  const held = decoder.buffered;
  decoder.push(more);
  assert.equal(decoder.buffered, held);
  assert.ok(error instanceof FrameError && error.code === code && !error.recoverable);
  for (const other of [...others, ...calls.map(call => caught(call))])
    assert.equal(other, error);
}

function caught(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
