import { describe, expect, it } from 'vitest';
import {
  type Adapter,
  believesChunks,
  eager,
  forgetsTheEnd,
  greedy,
  keepsTheSource,
  right,
} from './adapters.ts';
import { promises } from './promises.ts';

describe.each(Object.entries(right))('framing for streams: %s', (_, adapter) => {
  it.each(Object.entries(promises))('%s', (_, keeps) => keeps(adapter));
});

describe('what convicts a wrong adapter', () => {
  it.each<[name: string, wrong: Adapter, promise: keyof typeof promises]>([
    [
      'a chunk is a message',
      believesChunks,
      'gives the same messages however the bytes are cut',
    ],
    [
      'a Transform with a queue',
      eager.node,
      'tells of a bad frame after the messages before it',
    ],
    [
      'a TransformStream with a queue',
      eager.web,
      'tells of a bad frame after the messages before it',
    ],
    [
      'a Transform with a queue',
      eager.node,
      'tells of a truncated end after the messages before it',
    ],
    [
      'a TransformStream with a queue',
      eager.web,
      'tells of a truncated end after the messages before it',
    ],
    [
      'it forgets the end',
      forgetsTheEnd,
      'tells of a truncated end after the messages before it',
    ],
    [
      'it takes all that comes',
      greedy,
      'does not read on while nobody takes the messages',
    ],
    [
      'it has no word for a reader that leaves',
      keepsTheSource,
      'lets the source go when the reader leaves',
    ],
  ])('%s (%#)', async (_, wrong, promise) => {
    await expect(promises[promise](wrong)).rejects.toThrow();
  });
});
