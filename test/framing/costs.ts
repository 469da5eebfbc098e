import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withLong } from '../long.ts';
import { bytes, cut, join, outcomes } from './outcomes.ts';
import { ok, payloads, run, runs, type Subject, sizes } from './subject.ts';
import { work } from './work.ts';

/** What it takes: memory and work. */
export const costs = {
  'survives any bytes, and holds no more than the limit'(subject: Subject) {
    const most = subject.held;
    const property = fc.property(
      payloads(60, subject.special),
      sizes,
      (stream, chunking) => {
        run(subject, cut(stream, chunking), held =>
          assert.ok(held <= most, `${held} held`),
        );
      },
    );
    fc.assert(property, runs(300));
  },

  'refuses some MiB once, holds none of them and continues after them'(
    subject: Subject,
  ) {
    const size = Math.min((withLong ? 10 : 2) * 2 ** 20, subject.sayable);
    const long = subject.frame(new Uint8Array(size).fill(0x61));
    const stream = join(ok(subject), long, ok(subject));
    const seen = run(subject, cut(stream, [65_536]), held =>
      assert.ok(held <= subject.held),
    );
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

  'keeps alive no byte but those of a message'(subject: Subject) {
    const decoder = subject.make(64).decoder();
    const frames = Array.from({ length: 1000 }, () =>
      subject.frame(bytes('16 bytes of text')),
    );
    decoder.push(join(...frames));
    for (const _ of frames) {
      const message = decoder.read();
      if (message instanceof Uint8Array) assert.ok(message.buffer.byteLength <= 64);
    }
  },

  'works in proportion to the bytes, even one at a time'(subject: Subject) {
    for (const size of [125, 250, 500, 1_000]) proportional(subject, size, 1);
  },

  'works in proportion to the bytes of a long frame'(subject: Subject) {
    for (const mebibytes of withLong ? [1, 4, 16] : [1])
      proportional(subject, mebibytes * 2 ** 20, 1_460);
  },
};

/** One frame, however long: a bounded number of bytes of work for each byte that came. */
function proportional(subject: Subject, size: number, chunk: number): void {
  const payload = new Uint8Array(Math.min(size, subject.sayable)).fill(0x61);
  const stream = subject.frame(payload);
  const codec = subject.make(stream.length);
  const done = work(() => {
    const show = (message: unknown) => String((message as typeof payload).length);
    assert.equal(outcomes(codec, show, cut(stream, [chunk])).length, 1);
  });
  assert.ok(done <= 6 * stream.length, `${done} bytes of work for ${stream.length}`);
}
