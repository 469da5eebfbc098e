import type { LogBatch } from '../../lib/cluster/entry.ts';
import type { Log, LogReader } from '../../lib/cluster/log.ts';
import type { Logs } from './log-checks.ts';

/** Puts something wrong between each node and its log. */
const between =
  (change: (log: Log, nth: number) => Partial<Log>) =>
  ({ way }: Logs): Logs => {
    let count = 0;
    return {
      async way() {
        const log = await way();
        const methods: Log = {
          read: reader => log.read(reader),
          append: batch => log.append(batch),
          keep: checkpoint => log.keep(checkpoint),
          close: () => log.close(),
        };
        return { ...methods, ...change(log, count++) };
      },
    };
  };

/** What a reader is told, with its batches changed on the way. */
const told = (reader: LogReader, batch: LogReader['batch']): LogReader => ({
  begins: state => reader.begins(state),
  link: up => reader.link(up),
  missed: () => reader.missed('away'),
  batch,
});

/** Logs that are wrong in one thing, and the check that convicts each. */
export const wrongLogs = [
  [
    'shows one node pairs of batches in the other order',
    between((log, nth) => ({
      read(reader) {
        const pair: [number, LogBatch][] = [];
        return log.read(
          told(reader, (position, batch) => {
            if (nth === 0) return reader.batch(position, batch);
            if (pair.push([position, batch]) < 2) return;
            for (const one of pair.splice(0).reverse()) reader.batch(...one);
          }),
        );
      },
    })),
    'shows all nodes one order',
  ],
  [
    "holds a node's batch until its next one has overtaken it",
    between(log => {
      let held: LogBatch | undefined;
      return {
        async append(batch) {
          const [before, now] = [held, batch];
          held = before === undefined ? now : undefined;
          if (before === undefined) return;
          await log.append(now);
          await log.append(before);
        },
      };
    }),
    "keeps each node's own order",
  ],
  [
    'takes what is appended again for something new',
    between(log => {
      let count = 0;
      return { append: batch => log.append({ ...batch, count: ++count }) };
    }),
    'has a batch once, however often it is appended',
  ],
  [
    'keeps no checkpoint',
    between(() => ({ keep() {} })),
    'begins at the checkpoint for a node that comes later',
  ],
  [
    'counts from one again after each third batch',
    between(log => ({
      read: reader =>
        log.read(told(reader, (at, batch) => reader.batch(at % 3, batch))),
    })),
    'has positions that grow',
  ],
] as const;
