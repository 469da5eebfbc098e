import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ReceiveBuffer } from '../../lib/framing/receive-buffer.ts';
import { bytes, join, latin1 } from './outcomes.ts';
import { payloads } from './subject.ts';

it('is at all times the bytes pushed minus the bytes dropped', () => {
  const steps = fc.array(fc.oneof(payloads(9), fc.nat(9)), { maxLength: 60 });
  const property = fc.property(steps, list => {
    const received = new ReceiveBuffer();
    let [model, offset] = [bytes(''), 0];
    for (const step of list) {
      if (typeof step === 'number') {
        const count = Math.min(step, model.length);
        received.drop(count);
        offset += count;
        model = model.slice(count);
      } else {
        received.push(step);
        model = join(model, step);
      }
      expect(received.slice(0, received.length)).toEqual(model);
      expect(received.offset).toBe(offset);
      expect(received.at(0)).toBe(model[0]);
      expect(received.indexOf(0x61, 1)).toBe(model.indexOf(0x61, 1));
    }
  });
  fc.assert(property);
});

it('hands out copies in memory of their own', () => {
  const received = new ReceiveBuffer();
  received.push(bytes('abcdef'));
  const part = received.slice(1, 3);
  received.drop(6);
  received.push(bytes('xxxxxx'));
  expect(latin1(part)).toBe('bc');
  expect(part.buffer.byteLength).toBe(2);
});

it('finds nothing in bytes left over from before', () => {
  const received = new ReceiveBuffer();
  received.push(bytes('abc\n'));
  received.drop(4);
  received.push(bytes('ab'));
  expect(received.indexOf(0x0a, 0)).toBe(-1);
});

it('reads numbers from either end', () => {
  const received = new ReceiveBuffer();
  received.push(bytes('x\xff\0\0\x01'));
  received.drop(1);
  expect(received.uint(4, false)).toBe(0xff00_0001);
  expect(received.uint(4, true)).toBe(0x0100_00ff);
});

/** The pieces of memory that a ReceiveBuffer looks into while `action` runs. */
function memories(action: () => void): ArrayBuffer[] {
  const from = vi.spyOn(Buffer, 'from');
  onTestFinished(() => from.mockRestore());
  action();
  const seen = from.mock.calls.map(([memory]) => memory as unknown);
  const memory = seen.filter(one => one instanceof ArrayBuffer);
  return [...new Set(memory)].filter(({ byteLength }) => byteLength > 0);
}

it('gives large memory back once it is empty', () => {
  const received = new ReceiveBuffer();
  const [large, small] = memories(() => {
    received.push(new Uint8Array(1_000_000));
    received.drop(1_000_000);
    received.push(new Uint8Array(1));
  });
  expect(large?.byteLength).toBe(1_750_000);
  expect(small?.byteLength).toBe(2);
});

it('gives large memory back though it is never empty', () => {
  const received = new ReceiveBuffer();
  const used = memories(() => {
    received.push(new Uint8Array(1_000_000));
    received.drop(999_999);
    for (let turn = 0; turn < 1_000; turn++) {
      received.push(new Uint8Array(1_000));
      received.drop(1_000);
    }
  });
  expect(used.map(({ byteLength }) => byteLength)).toEqual([1_750_000, 1_752]);
  expect(received.length).toBe(1);
});

it('uses its memory again, at most 1.75 times what it holds', () => {
  const received = new ReceiveBuffer();
  const used = memories(() => {
    received.push(new Uint8Array(3));
    for (let turn = 0; turn < 100; turn++) {
      received.push(new Uint8Array(7));
      received.drop(7);
    }
  });
  expect(used.map(({ byteLength }) => byteLength)).toEqual([6, 18]);
});

it('keeps small memory when it is empty', () => {
  const received = new ReceiveBuffer();
  const used = memories(() => {
    for (let turn = 0; turn < 100; turn++) {
      received.push(new Uint8Array(10));
      received.drop(10);
    }
  });
  expect(used.map(({ byteLength }) => byteLength)).toEqual([18]);
});

it.each([
  ['small', 50_000, 1_000],
  ['more than a quarter full', 1_000_000, 300_000],
])('keeps memory that is %s, and moves bytes to its front', (_, first, chunk) => {
  const received = new ReceiveBuffer();
  const used = memories(() => {
    received.push(new Uint8Array(first));
    received.drop(first - 1);
    for (let turn = 0; turn < 200; turn++) {
      received.push(new Uint8Array(chunk));
      received.drop(chunk);
    }
  });
  expect(used.map(({ byteLength }) => byteLength)).toEqual([first * 1.75]);
});
