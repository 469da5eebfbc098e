import assert from 'node:assert/strict';
import { stream } from './ear.ts';
import { type Check, oneTask, tooMuch } from './pair.ts';

/** Each direction ends by itself, and after what was written. Not every transport can. */
export const halfCloses: Record<string, Check> = {
  async 'ends after what was written'({ near, far, here, there, large }) {
    here.start();
    there.start();
    near.write(stream(0, large));
    near.end();
    await there.hears('ended');
    assert.equal(there.count, large);
    assert(!there.has('closed'));
    far.end();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
    assert(!here.has('reset') && !there.has('reset'));
  },

  async 'delivers the answer to an end that has half-closed'({
    near,
    far,
    here,
    there,
  }) {
    here.start();
    there.start();
    near.end();
    await there.hears('ended');
    far.write(stream(0, 3_000));
    await here.bytes(3_000);
    far.end();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
    assert.deepEqual([here.said.at(-2), here.said.at(-1)], ['ended', 'closed']);
  },

  async 'delivers what was asked after the accepting end has half-closed'(pair) {
    const { near, far, here, there } = pair;
    here.start();
    there.start();
    far.end();
    await here.hears('ended');
    near.write(stream(0, 3_000));
    await there.bytes(3_000);
    near.end();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
  },

  async 'shows a reset that follows a FIN to an end that continues to write'(pair) {
    const { near, far, here, there } = pair;
    here.start();
    there.start();
    far.end();
    await here.hears('ended');
    far.destroy();
    await there.hears('closed');
    for (let at = 0; !here.has('closed') && at < tooMuch; at += 100) {
      near.write(stream(at, at + 100));
      await oneTask();
    }
    await here.hears('closed');
    assert.deepEqual(
      here.said.filter(word => word !== 'drained'),
      ['ended', 'reset', 'closed'],
    );
  },

  async 'shows a reset to the end that has half-closed'({ near, far, here, there }) {
    here.start();
    there.start();
    far.end();
    await here.hears('ended');
    near.destroy();
    await there.hears('closed');
    assert.deepEqual(
      there.said.filter(word => word !== 'drained'),
      ['reset', 'closed'],
    );
  },
};

/** What a transport does instead that has no half-close: who ends, ends both directions. */
export const wholeCloses: Record<string, Check> = {
  async 'ends both directions, after what was written'({
    near,
    far,
    here,
    there,
    large,
  }) {
    here.start();
    there.start();
    near.write(stream(0, large));
    near.end();
    await there.hears('ended');
    assert.equal(there.count, large);
    assert.equal(far.write(stream(0, 10)), true);
    await Promise.all([here.hears('closed'), there.hears('closed')]);
    assert.equal(here.count, 0);
    assert(here.has('ended') && !here.has('reset') && !there.has('reset'));
  },

  async 'hears what was in transit when it ended'({ near, far, here, there }) {
    here.start();
    there.start();
    far.write(stream(0, 3_000));
    near.end();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
    assert.equal(here.count, 3_000);
  },
};
