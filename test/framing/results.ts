import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FrameError } from '../../lib/framing/index.ts';
import { attempt, bytes, compositions, cut, join } from './outcomes.ts';
import { ok, payloads, run, type Subject, sizes } from './subjects.ts';

/** Good frames, frames over the limit, and now and then rubbish. */
const streams = ({ frame, limit }: Subject) => {
  const framed = payloads(limit + 2).map(frame);
  const parts = fc.oneof({ weight: 4, arbitrary: framed }, payloads(5));
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
        assert.equal(attempt(encode, []), !comesBack);
        return comesBack ? { frame, shown } : { frame: bytes(''), shown: [] };
      });
      const stream = join(...sent.map(({ frame }) => frame));
      const all = sent.flatMap(({ shown }) => shown);
      assert.deepEqual(run(subject, cut(stream, chunking)), all);
    });
    fc.assert(property, { numRuns: 500 });
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
    fc.assert(property, { numRuns: 1000 });
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

  'keeps empty frames'(subject: Subject) {
    const empty = subject.frame(bytes(''));
    const stream = join(empty, empty, ok(subject), empty);
    assert.deepEqual(run(subject, [stream]), ['', '', 'ok', '']);
    assert.deepEqual(run(subject, cut(stream, [1])), ['', '', 'ok', '']);
  },

  'throws the same error from then on, once cut off'(subject: Subject) {
    const decoder = subject.make(subject.limit).decoder();
    const errors = new Set<unknown>();
    const caught = (action: () => unknown) => {
      try {
        errors.add(action());
      } catch (error) {
        errors.add(error);
      }
    };
    decoder.push(ok(subject).slice(0, -1));
    decoder.read();
    caught(() => decoder.end());
    caught(() => decoder.read());
    decoder.push(ok(subject));
    caught(() => decoder.read());
    caught(() => decoder.end());
    const [error, ...others] = errors;
    assert.ok(error instanceof FrameError && !error.recoverable);
    assert.deepEqual(others, []);
  },
};
