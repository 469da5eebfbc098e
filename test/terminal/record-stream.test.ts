import { once } from 'node:events';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { FirstEvents } from '../../lib/terminal/record/first-events.ts';
import { RecordStream } from '../../lib/terminal/record/record-stream.ts';
import { verdictOfOneEnd } from '../../lib/terminal/record/verdict-of-one-end.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { fromJsonLines } from '../../lib/trace/jsonl.ts';

const event = (n: number): TraceEvent => ({
  n,
  at: 0,
  end: 'room',
  link: 'call',
  by: 'self',
  what: n === 0 ? 'chunk' : 'sent',
  ...(n > 0 ? { kind: 'message', text: 'x'.repeat(1_000) } : { size: 1 }),
});

/** A disk that writes when it is told to. */
class Disk extends Writable {
  text = '';
  writes = 0;
  #busy = true;
  #next = () => {};

  override _write(bytes: Buffer, _: string, done: () => void): void {
    this.text += bytes;
    this.writes++;
    if (this.#busy) this.#next = done;
    else done();
  }

  works(): void {
    this.#busy = false;
    this.#next();
  }
}

const take = (record: RecordStream, from: number, to: number) => {
  for (let n = from; n <= to; n++) {
    record.take(event(0));
    record.take(event(n));
  }
};

describe('a record that is written as it comes', () => {
  it('is whole if the disk is fast enough', async () => {
    const disk = new Disk();
    disk.works();
    const record = new RecordStream(disk);
    take(record, 1, 100);
    await record.close();
    expect(fromJsonLines(disk.text)).toHaveLength(200);
    expect(record.leftOut).toBe(0);
  });

  it('is written in few pieces, because a piece that waits costs more memory than a line', async () => {
    const disk = new Disk();
    disk.works();
    const record = new RecordStream(disk);
    take(record, 1, 1_000);
    await record.close();
    expect(fromJsonLines(disk.text)).toHaveLength(2_000);
    expect(disk.writes).toBeLessThan(25);
  });

  it('is written while the program runs', async () => {
    const disk = new Disk();
    disk.works();
    const record = new RecordStream(disk);
    take(record, 1, 1);
    await new Promise(resolve => setImmediate(resolve));
    expect(fromJsonLines(disk.text)).toHaveLength(2);
  });

  it('keeps little in memory for a slow disk, and has a gap in its numbers', async () => {
    const disk = new Disk();
    const record = new RecordStream(disk);
    take(record, 1, 10_000);
    expect(disk.writableLength).toBeLessThan(2_200_000);
    const drained = once(disk, 'drain');
    disk.works();
    await drained;
    take(record, 10_001, 10_002);
    await record.close();
    const all = fromJsonLines(disk.text);
    const numbers = all.flatMap(({ n }) => (n > 0 ? [n] : []));
    expect(numbers.slice(-2)).toEqual([10_001, 10_002]);
    expect(numbers).not.toContain(9_999);
    expect(record.leftOut).toBe(2 * 10_002 - all.length);
  });

  it('has the last number, because otherwise nobody would see the gap before it', async () => {
    const disk = new Disk();
    const record = new RecordStream(disk);
    take(record, 1, 10_000);
    disk.works();
    await record.close();
    expect(fromJsonLines(disk.text).at(-1)?.n).toBe(10_000);
  });

  it('tells that the disk is full when it is closed, and does not stop what is recorded', async () => {
    const full = new Writable({
      write: (_bytes, _encoding, done) => done(new Error('ENOSPC')),
    });
    const record = new RecordStream(full);
    record.take(event(1));
    await new Promise(resolve => setImmediate(resolve));
    record.take(event(2));
    await expect(record.close()).rejects.toThrow('ENOSPC');
  });
});

describe('the first events of a record', () => {
  it('are limited, without their bytes, and say what they are a part of', () => {
    const first = new FirstEvents();
    first.take({ ...event(0), bytes: new Uint8Array(1_000_000), size: 1_000_000 });
    expect(first.part).toBeUndefined();
    expect(first.events).toEqual([{ ...event(0), size: 1_000_000 }]);
    for (let n = 1; n <= 15_203; n++) first.take(event(n));
    expect(first.part).toBe('the first 10,000 of 15,204 events');
    expect(first.events).toHaveLength(10_000);
    expect(first.events.at(-1)?.text).toHaveLength(200);
  });

  it('are not kept for a verdict that needs all of them', () => {
    const judged = new FirstEvents({ onlyJudged: true });
    for (let n = 1; n <= 10_000; n++) judged.take(event(n));
    expect(judged.events).toHaveLength(10_000);
    for (let n = 10_001; n <= 10_002; n++) judged.take(event(n));
    expect(judged.events).toEqual([]);
    expect(verdictOfOneEnd('full-duplex', judged).line).toContain(
      'undecided: 10,002 events are too many to judge here; keep them with --trace',
    );
  });
});
