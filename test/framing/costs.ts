import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytes, cut, join, outcomes } from './outcomes.ts';
import { ok, payloads, run, type Subject, sizes } from './subjects.ts';
import { work } from './work.ts';

/** Framing bytes an unfinished frame may hold beside its payload: a prefix, or a CR. */
const OVERHEAD = 4;

/** What it takes: memory and work. */
export const costs = {
  'survives any bytes, and holds no more than the limit'(subject: Subject) {
    const most = subject.limit + OVERHEAD;
    const property = fc.property(payloads(60), sizes, (stream, chunking) => {
      run(subject, cut(stream, chunking), held =>
        assert.ok(held <= most, `${held} held`),
      );
    });
    fc.assert(property, { numRuns: 1000 });
  },

  'refuses 10 MiB once, holds none of it and reads on behind it'(subject: Subject) {
    const long = subject.frame(new Uint8Array(10 * 2 ** 20).fill(0x61));
    const stream = join(ok(subject), long, ok(subject));
    const most = subject.limit + OVERHEAD;
    const seen = run(subject, cut(stream, [65_536]), held => assert.ok(held <= most));
    assert.deepEqual(seen, ['ok', `too-large@${ok(subject).length}`, 'ok']);
  },

  'owns its bytes: a chunk may be used again once it is read'(subject: Subject) {
    const decoder = subject.make(subject.limit).decoder();
    const stream = join(ok(subject), subject.frame(bytes('hi')), ok(subject));
    const seen: unknown[] = [];
    for (const chunk of cut(stream, [ok(subject).length + 1])) {
      const before = chunk.slice();
      decoder.push(chunk);
      for (let one = decoder.read(); one !== undefined; one = decoder.read())
        seen.push(one);
      assert.deepEqual(chunk, before, 'the chunk was written to');
      chunk.fill(0x21);
    }
    assert.deepEqual(seen.map(subject.show), ['ok', 'hi', 'ok']);
  },

  'works in proportion to the bytes, even one at a time'(subject: Subject) {
    for (const size of [1000, 2000, 4000, 8000]) {
      const stream = subject.frame(new Uint8Array(size).fill(0x61));
      const codec = subject.make(size);
      const done = work(() => {
        assert.equal(outcomes(codec, subject.show, cut(stream, [1])).length, 1);
      });
      assert.ok(
        done <= 6 * stream.length,
        `${done} bytes of work for ${stream.length}`,
      );
    }
  },
};
