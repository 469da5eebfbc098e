import assert from 'node:assert/strict';
import { stream } from './ear.ts';
import { type Check, fill, someTasks } from './pair.ts';

/** A link that is dropped, at any moment. */
export const resets: Record<string, Check> = {
  async 'shows a reset that came before the start'({ near, here, there }) {
    near.destroy();
    await someTasks();
    there.start();
    await there.hears('closed');
    assert.deepEqual(
      there.said.filter(word => word !== 'drained'),
      ['reset', 'closed'],
    );
    here.start();
    await here.hears('closed');
    assert.deepEqual(here.said, ['closed']);
  },

  async 'shows a reset directly after unread bytes'({ near, here, there }) {
    here.start();
    near.write(stream(0, 5));
    await someTasks();
    near.destroy();
    await someTasks();
    there.start();
    await there.hears('closed');
    assert(there.has('reset') && !there.has('ended'));
  },

  async 'shows a reset in the middle of a transfer'({ near, here, there, large }) {
    here.start();
    there.start();
    there.onChunk = () => {
      if (there.count > large / 4) near.destroy();
    };
    near.write(stream(0, large));
    await Promise.all([here.hears('closed'), there.hears('closed')]);
    assert(there.has('reset') && !there.has('ended'));
    assert.deepEqual(
      here.said.filter(word => word !== 'drained'),
      ['closed'],
    );
  },

  async 'wakes a writer whose reader has reset the link, even a paused one'(pair) {
    const { near, far, here, there } = pair;
    here.start();
    there.start();
    here.pause();
    there.pause();
    await fill(near, here);
    const { length } = here.said;
    far.destroy();
    await here.until('drained or closed', () => here.said.length > length);
    here.resume();
    await here.hears('closed');
    assert(here.has('reset'));
  },

  async 'closes immediately when it is destroyed, whatever is in transit'(pair) {
    const { near, far, here, there, large } = pair;
    here.start();
    there.start();
    here.pause();
    far.write(stream(0, 1_000));
    near.write(stream(0, large));
    await someTasks();
    near.destroy();
    near.destroy();
    near.end();
    assert.equal(near.write(stream(0, 10)), true);
    here.resume();
    await here.hears('closed');
    assert.equal(here.count, 0);
    assert.deepEqual(
      here.said.filter(word => word !== 'drained'),
      ['closed'],
    );
    await there.hears('closed');
    assert(there.has('reset'));
  },

  // In the same tick libuv has not carried out the FIN, and would refuse to reset.
  async 'closes when it is destroyed right after its end'({ near, here, there }) {
    here.start();
    there.start();
    near.write(stream(0, 10));
    near.end();
    near.destroy();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
    assert(there.has('reset') || there.has('ended'));
  },

  async 'closes when it is destroyed and its FIN waits after unread bytes'(pair) {
    const { near, here, there } = pair;
    here.start();
    there.start();
    there.pause();
    await fill(near, here);
    near.end();
    await someTasks();
    near.destroy();
    await here.hears('closed');
    there.resume();
    await there.hears('closed');
    assert(there.has('reset') && !there.has('ended'));
  },

  async 'closes when it is destroyed and the reset of its peer waits after unread bytes'({
    near,
    far,
    here,
    there,
  }) {
    here.start();
    there.start();
    here.pause();
    far.write(stream(0, 10));
    await someTasks();
    far.destroy();
    await there.hears('closed');
    await someTasks();
    near.destroy();
    here.resume();
    await here.hears('closed');
  },

  async 'closes when it is destroyed, paused before and paused again afterwards'(pair) {
    const { near, here, there } = pair;
    here.start();
    there.start();
    near.pause();
    near.destroy();
    near.pause();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
  },

  async 'closes both when both are destroyed at the same time'({
    near,
    far,
    here,
    there,
  }) {
    here.start();
    there.start();
    near.destroy();
    far.destroy();
    await Promise.all([here.hears('closed'), there.hears('closed')]);
    assert.deepEqual([here.said, there.said], [['closed'], ['closed']]);
  },
};
