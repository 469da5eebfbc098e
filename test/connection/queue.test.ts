import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Queue } from '../../lib/connection/queue.ts';

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('push'), item: fc.nat() }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('take'), item: fc.constant(0) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('shift'), item: fc.constant(0) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('close'), item: fc.constant(0) }),
  },
);

describe('Queue', () => {
  it('does what an array does, whether the reader or the item comes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
        const queue = new Queue<number>();
        const pushed: number[] = [];
        const taken: Promise<number | undefined>[] = [];
        let open = true;
        for (const { do: deed, item } of steps) {
          if (deed === 'push') {
            queue.push(item);
            if (open) pushed.push(item);
          } else if (deed === 'take') taken.push(queue.take());
          else if (deed === 'shift') {
            if (queue.size > 0) taken.push(Promise.resolve(queue.shift()));
            else expect(queue.shift()).toBeUndefined();
          } else {
            queue.close();
            open = false;
          }
          expect(queue.size).toBe(Math.max(0, pushed.length - taken.length));
        }
        queue.close();
        expect(await Promise.all(taken)).toEqual(
          taken.map((_, index) => pushed[index]),
        );
      }),
    );
  });

  it('gives each item to one reader, in the order in which they asked', async () => {
    const queue = new Queue<string>();
    const readers = [queue.take(), queue.take(), queue.take()];
    queue.push('a');
    queue.push('b');
    queue.close();
    expect(await Promise.all(readers)).toEqual(['a', 'b', undefined]);
  });

  it('hands out what is there after it was closed, and takes no more', async () => {
    const queue = new Queue<string>();
    queue.push('a');
    queue.close();
    queue.push('b');
    const all: string[] = [];
    for await (const item of queue) all.push(item);
    expect(all).toEqual(['a']);
  });

  it('is as it was after a break', async () => {
    const queue = new Queue<string>();
    queue.push('a');
    queue.push('b');
    for await (const _ of queue) break;
    expect(await queue.take()).toBe('b');
  });

  it('takes 200,000 items without moving them all for each', async () => {
    const queue = new Queue<number>();
    for (let item = 1; item <= 200_000; item++) queue.push(item);
    let sum = 0;
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      sum += item;
    expect(sum).toBe(20_000_100_000);
    expect(queue.size).toBe(0);
  });
});
