import type { Clock } from '../connection/clock.ts';
import { inNextTask } from '../connection/next-task.ts';
import type { Origin } from '../trace/event.ts';
import type { LogBatch, LogEntry } from './entry.ts';
import type { Log } from './log.ts';
import { fitIntoBatch, sizeOf, toRepeat, type Waiting, waitingIn } from './waiting.ts';

export interface OutboxOptions {
  readonly log: Pick<Log, 'append'>;
  readonly clock: Clock;
  /** Called with true when the log does not answer, and with false when it answers again. */
  readonly late: (late: boolean) => void;
  /** How late a node may hear its own words when it comes back, in milliseconds. */
  readonly inTime: number;
}

/** How long the log may take to show us our own batch, in milliseconds. */
const patience = 3_000;
/** The pause before a batch is appended again, in milliseconds. */
const again = 500;

/**
 * What this node has to say to the log. All that is said in one tick is one batch. The next batch waits
 * until the log has shown us the one before: so a node's batches never overtake each other, and a batch
 * that may have been lost is sent again, under the same number.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #node: string;
  #count = 0;
  #waiting: Waiting[] = [];
  #sending: LogBatch | undefined;
  #sentAt = 0;
  /** How many of the waiting entries are sent alone: the others wait until this node has heard them in time. */
  #trial = 0;
  #size = 0;
  #scheduled = false;
  #stopped = false;
  #late = false;
  /** How many entries that waited while the log was late it has not shown yet. */
  #owed: number | undefined;
  #cancel: (() => void)[] = [];

  constructor(node: string, options: OutboxOptions) {
    this.#node = node;
    this.#options = options;
  }

  /** What the log has not shown us yet, in bytes. */
  get size(): number {
    return this.#size;
  }

  /** Whether such an entry waits to be sent. */
  has(is: LogEntry['is']): boolean {
    return this.#waiting.some(({ entry }) => entry.is === is);
  }

  /** Whether the log has not shown yet that this node takes the other one for gone. */
  buries(node: string): boolean {
    return [...waitingIn(this.#sending), ...this.#waiting].some(
      ({ entry }) => entry.is === 'gone' && entry.node === node,
    );
  }

  /** `of`: for the record, where the words came from. */
  add(entry: LogEntry, of?: Origin): void {
    this.#waiting.push({ entry, of });
    this.#size += sizeOf(entry);
    this.#schedule();
  }

  /** Call this when the log has shown us a batch of this node. */
  heard(batch: LogBatch): void {
    if (!this.isInTransit(batch)) return;
    const { entries = [] } = this.#sending ?? {};
    for (const entry of entries) this.#size -= sizeOf(entry);
    this.#sending = undefined;
    this.#waitsNoMore();
    if (this.#trial > 0 && !this.#isInTime) this.#tryAgain();
    else {
      this.#trial = 0;
      this.#goesOn(entries.length);
    }
    this.#schedule();
  }

  /** Returns where the words of a batch came from, if it is the one in transit. */
  originsOf(batch: LogBatch): LogBatch['of'] {
    return this.isInTransit(batch) ? this.#sending?.of : undefined;
  }

  /** Whether this batch is the one that was sent, and has not been shown. */
  isInTransit({ node, count }: LogBatch): boolean {
    return node === this.#node && count === this.#sending?.count;
  }

  /** The node is cut off from the log, or has found it again: then it may not have the batch in transit. */
  link(up: boolean): void {
    if (!up) this.#isLate();
    else if (this.#sending !== undefined) this.#append(this.#sending);
  }

  /**
   * Begins a new life, because all others took this node for dead. It sends `first` alone. If it hears that in
   * time, `members` join again, and then comes everything that the log has not shown us: nobody has heard it.
   */
  restart(
    node: string,
    first: readonly LogEntry[],
    members: readonly LogEntry[],
  ): void {
    const rest = toRepeat([...waitingIn(this.#sending), ...this.#waiting], members);
    this.#waitsNoMore();
    this.#sending = undefined;
    this.#node = node;
    this.#count = 0;
    this.#size = 0;
    this.#waiting = [];
    this.#trial = first.length;
    for (const entry of [...first, ...members]) this.add(entry);
    for (const { entry, of } of rest) this.add(entry, of);
  }

  /** Sends nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#waitsNoMore();
  }

  /** The log answers again. It is no longer late when it has shown everything that had waited until then. */
  #goesOn(shown: number): void {
    if (!this.#late) return;
    this.#owed = this.#owed === undefined ? this.#waiting.length : this.#owed - shown;
    if (this.#owed > 0) return;
    this.#late = false;
    this.#options.late(false);
  }

  #isLate(): void {
    this.#owed = undefined;
    if (this.#late) return;
    this.#late = true;
    this.#options.late(true);
  }

  #schedule(): void {
    if (this.#scheduled || this.#sending !== undefined || this.#stopped) return;
    this.#scheduled = true;
    inNextTask(() => this.#send());
  }

  #send(): void {
    this.#scheduled = false;
    if (this.#stopped || this.#sending !== undefined || this.#waiting.length === 0)
      return;
    const next = this.#waiting.splice(0, this.#trial || fitIntoBatch(this.#waiting));
    const entries = next.map(({ entry }) => entry);
    const of = next.map(one => one.of);
    this.#sending = { node: this.#node, count: ++this.#count, entries, of };
    this.#sentAt = this.#options.clock.now();
    const late = () => this.#isLate();
    this.#cancel.push(this.#options.clock.after(patience, late));
    this.#append(this.#sending);
  }

  get #isInTime(): boolean {
    const { clock, inTime } = this.#options;
    return clock.now() - this.#sentAt <= inTime;
  }

  /** Says no more than that this node is alive. */
  #tryAgain(): void {
    const entry = { is: 'alive' } as const;
    this.#isLate();
    this.#waiting.unshift({ entry, of: undefined });
    this.#size += sizeOf(entry);
    this.#trial = 1;
  }

  #append(batch: LogBatch): void {
    this.#options.log.append(batch).catch(() => {
      if (this.#sending !== batch || this.#stopped) return;
      this.#isLate();
      this.#cancel.push(this.#options.clock.after(again, () => this.#once(batch)));
    });
  }

  #once(batch: LogBatch): void {
    if (this.#sending === batch && !this.#stopped) this.#append(batch);
  }

  #waitsNoMore(): void {
    for (const cancel of this.#cancel.splice(0)) cancel();
  }
}
