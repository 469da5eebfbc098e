import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Unread } from '../../lib/framing/unread.ts';
import { bytes, join, latin1 } from './outcomes.ts';
import { payloads } from './subject.ts';

it('is at all times the bytes pushed less the bytes dropped', () => {
  const steps = fc.array(fc.oneof(payloads(9), fc.nat(9)), { maxLength: 60 });
  const property = fc.property(steps, list => {
    const unread = new Unread();
    let [model, offset] = [bytes(''), 0];
    for (const step of list) {
      if (typeof step === 'number') {
        const count = Math.min(step, model.length);
        unread.drop(count);
        offset += count;
        model = model.slice(count);
      } else {
        unread.push(step);
        model = join(model, step);
      }
      expect(unread.slice(0, unread.length)).toEqual(model);
      expect(unread.offset).toBe(offset);
      expect(unread.at(0)).toBe(model[0]);
      expect(unread.indexOf(0x61, 1)).toBe(model.indexOf(0x61, 1));
    }
  });
  fc.assert(property);
});

it('hands out copies in memory of their own', () => {
  const unread = new Unread();
  unread.push(bytes('abcdef'));
  const part = unread.slice(1, 3);
  unread.drop(6);
  unread.push(bytes('xxxxxx'));
  expect(latin1(part)).toBe('bc');
  expect(part.buffer.byteLength).toBe(2);
});

it('finds nothing in bytes left over from before', () => {
  const unread = new Unread();
  unread.push(bytes('abc\n'));
  unread.drop(4);
  unread.push(bytes('ab'));
  expect(unread.indexOf(0x0a, 0)).toBe(-1);
});

it('reads numbers from either end', () => {
  const unread = new Unread();
  unread.push(bytes('x\xff\0\0\x01'));
  unread.drop(1);
  expect(unread.uint(4, false)).toBe(0xff00_0001);
  expect(unread.uint(4, true)).toBe(0x0100_00ff);
});

/** The pieces of memory that an Unread looks into while `action` runs. */
function rooms(action: () => void): ArrayBuffer[] {
  const from = vi.spyOn(Buffer, 'from');
  onTestFinished(() => from.mockRestore());
  action();
  const seen = from.mock.calls.map(([memory]) => memory as unknown);
  const memory = seen.filter(one => one instanceof ArrayBuffer);
  return [...new Set(memory)].filter(({ byteLength }) => byteLength > 0);
}

it('gives a large room back once it is empty', () => {
  const unread = new Unread();
  const [large, small] = rooms(() => {
    unread.push(new Uint8Array(1_000_000));
    unread.drop(1_000_000);
    unread.push(new Uint8Array(1));
  });
  expect(large?.byteLength).toBe(1_750_000);
  expect(small?.byteLength).toBe(2);
});

it('gives a large room back though it is never empty', () => {
  const unread = new Unread();
  const used = rooms(() => {
    unread.push(new Uint8Array(1_000_000));
    unread.drop(999_999);
    for (let turn = 0; turn < 1_000; turn++) {
      unread.push(new Uint8Array(1_000));
      unread.drop(1_000);
    }
  });
  expect(used.map(({ byteLength }) => byteLength)).toEqual([1_750_000, 1_752]);
  expect(unread.length).toBe(1);
});

it('uses its room again, at most 1.75 times what it holds', () => {
  const unread = new Unread();
  const used = rooms(() => {
    unread.push(new Uint8Array(3));
    for (let turn = 0; turn < 100; turn++) {
      unread.push(new Uint8Array(7));
      unread.drop(7);
    }
  });
  expect(used.map(({ byteLength }) => byteLength)).toEqual([6, 18]);
});

it('keeps a small room when it is empty', () => {
  const unread = new Unread();
  const used = rooms(() => {
    for (let turn = 0; turn < 100; turn++) {
      unread.push(new Uint8Array(10));
      unread.drop(10);
    }
  });
  expect(used.map(({ byteLength }) => byteLength)).toEqual([18]);
});

it.each([
  ['small', 50_000, 1_000],
  ['more than a quarter full', 1_000_000, 300_000],
])('keeps a room that is %s, and moves bytes to its front', (_, first, chunk) => {
  const unread = new Unread();
  const used = rooms(() => {
    unread.push(new Uint8Array(first));
    unread.drop(first - 1);
    for (let turn = 0; turn < 200; turn++) {
      unread.push(new Uint8Array(chunk));
      unread.drop(chunk);
    }
  });
  expect(used.map(({ byteLength }) => byteLength)).toEqual([first * 1.75]);
});
