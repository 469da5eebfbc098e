import { expect, it } from 'vitest';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { misfit } from '../../lib/transport/faults/faults.ts';
import { lossy } from '../../lib/transport/faults/lossy.ts';
import type { Faults } from '../../lib/transport/faults/table.ts';
import type { Port } from '../../lib/transport/udp/port.ts';

/** Sends `count` numbered datagrams each way over a link. Returns what comes out. */
function through(
  faults: Faults,
  count = 1_000,
): { out: number[]; back: number[]; clock: VirtualClock } {
  const [out, back]: [number[], number[]] = [[], []];
  const clock = new VirtualClock();
  let deliver = (_: Uint8Array, __: string) => {};
  const plain: Port = {
    address: 'here',
    send: bytes => void out.push(Buffer.from(bytes).readUInt16BE()),
    start(hear) {
      deliver = hear;
    },
    close: async () => {},
  };
  const link = lossy(plain, faults, clock);
  link.start(bytes => void back.push(Buffer.from(bytes).readUInt16BE()));
  for (let nth = 1; nth <= count; nth++) {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16BE(nth);
    link.send(bytes, 'there');
    deliver(bytes, 'there');
  }
  return { out, back, clock };
}

const all = Array.from({ length: 1_000 }, (_, index) => index + 1);

it('does nothing by itself', () => {
  const { out, back } = through({});
  expect([out, back]).toEqual([all, all]);
});

it('loses about as many as it should, and never the same ones both ways', () => {
  const { out, back } = through({ loss: 10, seed: 7 });
  expect(out.length).toBeGreaterThan(850);
  expect(out.length).toBeLessThan(950);
  expect(out).toEqual(all.filter(nth => out.includes(nth)));
  expect(back).not.toEqual(out);
});

it.each([0, 100])('loses %i of a hundred exactly', loss => {
  expect(through({ loss }).out).toHaveLength(loss === 0 ? 1_000 : 0);
});

it('gives the repeated ones twice, side by side', () => {
  const { out } = through({ repeat: 20, seed: 3 });
  const twice = out.filter((nth, index) => out[index - 1] === nth);
  expect(twice.length).toBeGreaterThan(150);
  expect(twice.length).toBeLessThan(250);
  expect([...new Set(out)]).toEqual(all);
});

it('lets the next overtake those that it holds back, and loses none', () => {
  const { out, clock } = through({ reorder: 30, seed: 5 });
  clock.moveTo(100);
  expect(out.toSorted((a, b) => a - b)).toEqual(all);
  const swapped = out.filter((nth, index) => out[index + 1] === nth - 1);
  expect(swapped.length).toBeGreaterThan(150);
});

it('gives up the last one after 100 ms, though nothing overtakes it', () => {
  const { out, clock } = through({ reorder: 100 }, 1);
  expect(out).toEqual([]);
  clock.moveTo(99);
  expect(out).toEqual([]);
  clock.moveTo(100);
  expect(out).toEqual([1]);
});

it('holds each so long as it is told', () => {
  const { out, clock } = through({ delay: 50 }, 3);
  clock.moveTo(49);
  expect(out).toEqual([]);
  clock.moveTo(50);
  expect(out).toEqual([1, 2, 3]);
});

it('is the same for the same seed', () => {
  const faults = { loss: 10, repeat: 10, reorder: 10, seed: 42 };
  expect(through(faults).out).toEqual(through(faults).out);
  expect(through({ ...faults, seed: 43 }).out).not.toEqual(through(faults).out);
});

it('has its own faults, and a stream has others: each says why', () => {
  expect(misfit(['loss'], 'stream')).toContain(
    'loss is for datagrams: TCP retransmits',
  );
  expect(misfit(['delay', 'chop'], 'datagrams')).toContain('chop is for streams');
  expect(
    misfit(['delay', 'seed', 'loss', 'repeat', 'reorder'], 'datagrams'),
  ).toBeUndefined();
  expect(
    misfit(['delay', 'seed', 'chop', 'jitter', 'reset'], 'stream'),
  ).toBeUndefined();
});
