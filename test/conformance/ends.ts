import assert from 'node:assert/strict';
import { stream } from './ear.ts';
import type { Check } from './pair.ts';

/** Each direction ends by itself, and after what was written. */
export const ends: Record<string, Check> = {
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

  async 'closes when both end at once'({ near, far, here, there }) {
    here.start();
    there.start();
    near.write(stream(0, 10));
    far.write(stream(0, 20));
    near.end();
    far.end();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
    assert.deepEqual([here.count, there.count], [20, 10]);
    assert(here.has('ended') && there.has('ended'));
    assert(!here.has('reset') && !there.has('reset'));
  },

  async 'ignores what is written after the end, and a second end'({
    near,
    far,
    here,
    there,
  }) {
    here.start();
    there.start();
    near.write(stream(0, 100));
    near.end();
    near.end();
    assert.equal(near.write(stream(100, 200)), true);
    await there.hears('ended');
    assert.equal(there.count, 100);
    far.end();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
    near.end();
    near.destroy();
    near.pause();
    near.resume();
    assert.equal(near.write(stream(100, 200)), true);
  },
};
