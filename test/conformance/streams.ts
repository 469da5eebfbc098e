import assert from 'node:assert/strict';
import { stream } from './ear.ts';
import { type Check, fill, oneTask, pour, someTasks } from './pair.ts';

/** Bytes, their order, and who waits for whom. */
export const streams: Record<string, Check> = {
  async 'names the link alike at both ends'({ near, far }) {
    assert.equal(near.link, far.link);
    assert.notEqual(near.address, '');
  },

  async 'carries bytes both ways, in order'({ near, far, here, there }) {
    here.start();
    there.start();
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [2, 1_000],
      [1_000, 5_000],
    ] as const) {
      near.write(stream(from, to));
      far.write(stream(from, to));
    }
    await Promise.all([here.bytes(5_000), there.bytes(5_000)]);
    assert.deepEqual([here.count, there.count], [5_000, 5_000]);
  },

  async 'takes several pieces as one, and says when none is waiting'(pair) {
    const { near, here, there } = pair;
    here.start();
    there.start();
    near.write(stream(0, 10), stream(10, 11), stream(11, 9_000));
    near.write(stream(9_000, 9_100));
    await there.bytes(9_100);
    await someTasks();
    assert.equal(near.waiting, 0);
  },

  async 'carries much to a slow reader'({ near, here, there, far, large }) {
    here.start();
    there.start();
    let read = 0;
    there.onChunk = bytes => {
      read += bytes.length;
      if (read < 65_536) return;
      read = 0;
      there.pause();
      setImmediate(() => there.resume());
    };
    await pour(near, here, large);
    near.end();
    await there.hears('ended');
    assert.equal(there.count, large);
    far.end();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
  },

  async 'carries much in both directions at the same time'({
    near,
    far,
    here,
    there,
    large,
  }) {
    here.start();
    there.start();
    await Promise.all([pour(near, here, large / 2), pour(far, there, large / 2)]);
    await Promise.all([here.bytes(large / 2), there.bytes(large / 2)]);
  },

  async 'holds a writer back while the reader is paused'({ near, here, there }) {
    here.start();
    there.start();
    there.pause();
    const sent = await fill(near, here);
    assert(near.waiting > 0);
    assert.equal(there.chunks, 0);
    const drains = here.said.length;
    there.resume();
    await here.until('drained', () => here.said.length > drains);
    await there.bytes(sent);
    assert.equal(there.count, sent);
  },

  async 'pauses in the middle of a chunk handler'({ near, here, there }) {
    here.start();
    there.start();
    there.onChunk = () => {
      there.pause();
      setImmediate(() => there.resume());
    };
    near.write(stream(0, 50));
    near.write(stream(50, 100));
    await oneTask();
    near.write(stream(100, 150));
    await there.bytes(150);
  },

  async 'reads nothing before the start, and loses nothing'({
    near,
    here,
    there,
    far,
  }) {
    here.start();
    near.write(stream(0, 2_000));
    far.resume();
    await someTasks();
    there.pause();
    there.start();
    await someTasks();
    assert.equal(there.count, 0);
    there.resume();
    await there.bytes(2_000);
  },
};
