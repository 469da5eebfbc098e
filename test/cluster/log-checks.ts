import { expect } from 'vitest';
import type { LogBatch } from '../../lib/cluster/entry.ts';
import type { Log, LogReader } from '../../lib/cluster/log.ts';
import type { Snapshot } from '../../lib/cluster/snapshot.ts';

/** A log, and ways to it. Each call gives another node's. */
export interface Logs {
  way(): Promise<Log>;
}

/** Reads a log, and remembers what came. */
export class Ear implements LogReader {
  readonly began: (Snapshot | undefined)[] = [];
  readonly positions: number[] = [];
  readonly batches: LogBatch[] = [];
  #wake = () => {};

  begins(state: Snapshot | undefined): void {
    this.began.push(state);
  }

  batch(position: number, { node, count, entries }: LogBatch): void {
    this.positions.push(position);
    this.batches.push({ node, count, entries });
    this.#wake();
  }

  link(): void {}
  missed(): void {}

  async until(count: number): Promise<readonly LogBatch[]> {
    while (this.batches.length < count)
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    return this.batches;
  }
}

export async function reading(log: Log): Promise<Ear> {
  const ear = new Ear();
  await log.read(ear);
  return ear;
}

export const batchOf = (node: string, count: number, words = `${node}${count}`) =>
  ({ node, count, entries: [{ is: 'said', member: 1, words }] }) satisfies LogBatch;

const ofNode = (batches: readonly LogBatch[], wanted: string) =>
  batches.filter(({ node }) => node === wanted).map(({ count }) => count);

/** Appends `many` batches of one node, one after the other. */
async function appendAll(log: Log, node: string, many: number): Promise<void> {
  for (let count = 1; count <= many; count++) await log.append(batchOf(node, count));
}

const numbers = (many: number) => Array.from({ length: many }, (_, at) => at + 1);

/** What every log must keep. Each check throws if a log does not. */
export const checks: Record<string, (logs: Logs) => Promise<void>> = {
  'shows all nodes one order': async logs => {
    const [one, two] = [await logs.way(), await logs.way()];
    const ears = [await reading(one), await reading(two)] as const;
    await Promise.all([appendAll(one, 'A', 50), appendAll(two, 'B', 50)]);
    await Promise.all(ears.map(ear => ear.until(100)));
    expect(ears[1].batches).toEqual(ears[0].batches);
    expect(ears[1].positions).toEqual(ears[0].positions);
  },
  "keeps each node's own order": async logs => {
    const [one, two] = [await logs.way(), await logs.way()];
    const ear = await reading(one);
    await Promise.all([appendAll(one, 'A', 20), appendAll(two, 'B', 20)]);
    await ear.until(40);
    expect(ofNode(ear.batches, 'A')).toEqual(numbers(20));
    expect(ofNode(ear.batches, 'B')).toEqual(numbers(20));
  },
  'has a batch once, however often it is appended': async logs => {
    const log = await logs.way();
    const ear = await reading(log);
    for (const count of [1, 1, 2, 1, 2, 3]) await log.append(batchOf('A', count));
    await ear.until(3);
    expect(ofNode(ear.batches, 'A')).toEqual([1, 2, 3]);
  },
  'shows a node that comes later everything from the beginning': async logs => {
    const log = await logs.way();
    await reading(log);
    await appendAll(log, 'A', 10);
    const late = await reading(await logs.way());
    expect(ofNode(await late.until(10), 'A')).toEqual(numbers(10));
    expect(late.began).toEqual([undefined]);
  },
  'begins at the checkpoint for a node that comes later': async logs => {
    const log = await logs.way();
    const ear = await reading(log);
    await appendAll(log, 'A', 10);
    await ear.until(10);
    const state = { nodes: [['A', 5]], members: [['A', 1, 'bob']], gone: [] } as const;
    log.keep({ position: ear.positions[4] ?? 0, state });
    await log.append(batchOf('A', 11));
    await ear.until(11);
    const late = await reading(await logs.way());
    expect(ofNode(await late.until(6), 'A')).toEqual([6, 7, 8, 9, 10, 11]);
    expect(late.began).toEqual([state]);
  },
  'has positions that grow': async logs => {
    const log = await logs.way();
    const ear = await reading(log);
    await appendAll(log, 'A', 10);
    await ear.until(10);
    expect(ear.positions).toEqual([...new Set(ear.positions)].sort((a, b) => a - b));
  },
  'cleans what others say': async logs => {
    const log = await logs.way();
    const ear = await reading(log);
    await log.append(batchOf('A', 1, '\u001b[2J'));
    const [batch] = await ear.until(1);
    expect(batch?.entries).toEqual([{ is: 'said', member: 1, words: '\ufffd[2J' }]);
  },
};
