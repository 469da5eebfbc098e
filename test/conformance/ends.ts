import assert from 'node:assert/strict';
import { stream } from './ear.ts';
import type { Check } from './pair.ts';

/** Both directions come to their end. */
export const ends: Record<string, Check> = {
  async 'closes when both end at the same time'({ near, far, here, there }) {
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
