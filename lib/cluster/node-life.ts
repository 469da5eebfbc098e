import type { Clock } from '../connection/clock.ts';
import type { Origin } from '../trace/event.ts';
import type { LogBatch, LogEntry } from './entry.ts';
import type { Log, LogReader } from './log.ts';
import { NodeRecord, type OpenRecord } from './node-record.ts';
import type { Missed } from './notices.ts';
import { Outbox } from './outbox.ts';
import { type Happening, RoomState } from './room-state.ts';
import { mostSilent, Silence } from './silence.ts';
import type { Snapshot } from './snapshot.ts';

export interface NodeLifeOptions {
  readonly log: Log;
  readonly clock: Clock;
  readonly draw: () => string;
  readonly heartbeat: number;
  readonly happened: (one: Happening) => void;
  /** The log has shown a batch of this node. */
  readonly shown: (batch: LogBatch) => void;
  /** This node is cut off from the log, or is back. */
  readonly cutOff: (cutOff: boolean) => void;
  /** A part of the log was gone before this node had read it. */
  readonly missed: (why: Missed) => void;
  readonly record?: OpenRecord | undefined;
  /** Returns the entries with which this node begins again: the others took it for dead. */
  readonly again: () => readonly LogEntry[];
}

/** After this many batches of the log a node keeps the state, for those who come later. */
const checkpointEvery = 1_000;
/** How long the log may take to hear our goodbye, in milliseconds. */
const farewell = 1_000;

/** A node's life in the log: it comes, says that it is alive, finds others gone, and goes. */
export class NodeLife implements LogReader {
  state = new RoomState();
  cutOff = false;
  readonly #options: NodeLifeOptions;
  readonly #outbox: Outbox;
  readonly #record: NodeRecord;
  #silence = new Silence();
  #name: string;
  #ending: (() => void) | undefined;
  #cancel = () => {};
  /** What was said before that, nobody here has heard, and no record need explain. */
  #hasCome = false;
  /** What the log has until this position, members have heard before. */
  #known = 0;

  constructor(options: NodeLifeOptions) {
    this.#options = options;
    this.#name = options.draw();
    const { log, clock, heartbeat } = options;
    this.#record = new NodeRecord(options.record);
    this.#outbox = new Outbox(this.#name, {
      log: { append: batch => log.append(this.#record.sends(batch)) },
      clock,
      late: late => this.#late(late),
      // A little less than what the others wait for a word of us.
      inTime: (mostSilent - 1) * heartbeat,
    });
  }

  /** What waits for the log, in bytes. */
  get waiting(): number {
    return this.#outbox.size;
  }

  isMine(node: string): boolean {
    return node === this.#name;
  }

  async begin(): Promise<void> {
    this.#record.begins(this.#name);
    await this.#options.log.read(this);
    this.write({ is: 'came' });
    this.#beat();
  }

  write(entry: LogEntry, of?: Origin): void {
    this.#outbox.add(entry, of);
  }

  /** Waits until the log has our goodbye, but not for long. */
  async end(): Promise<void> {
    this.#cancel();
    await new Promise<void>(done => {
      this.#ending = done;
      this.#cancel = this.#options.clock.after(farewell, done);
      this.write({ is: 'gone', node: this.#name });
    });
    this.stop();
    this.#record.ends();
    await this.#options.log.close();
  }

  /** Does what the end of its process does: says nothing more. */
  stop(): void {
    this.#cancel();
    this.#outbox.stop();
  }

  begins(snapshot: Snapshot | undefined, heard = 0): void {
    this.#known = heard;
    this.state = new RoomState(snapshot);
    this.#silence = new Silence();
    for (const node of this.state.nodes) this.#silence.heard(node);
  }

  /**
   * If what we have just sent is taken for a repeat, somebody else has used our name, so this node begins
   * again under another one.
   */
  batch(position: number, batch: LogBatch): void {
    if (this.#outbox.isInTransit(batch) && !this.state.isNext(batch))
      this.#startAgain();
    else this.#read(position, batch);
  }

  #read(position: number, batch: LogBatch): void {
    if (this.state.isOfStranger(batch)) this.#expel(batch.node);
    const mine = this.isMine(batch.node);
    const isNews = position > this.#known;
    this.#hasCome ||= mine;
    const counts = this.#hasCome && isNews && this.state.isNext(batch);
    const read = counts ? this.#record.reads(batch) : batch;
    const of = read.of ?? this.#outbox.originsOf(batch) ?? [];
    for (const one of this.state.apply({ ...batch, of })) {
      this.#listen(one);
      if (isNews) this.#apply(one);
    }
    if (!mine) return;
    this.#outbox.heard(batch);
    this.#options.shown(batch);
    if (position % checkpointEvery === 0)
      this.#options.log.keep({ position, state: this.state.snapshot });
  }

  link(up: boolean): void {
    this.#outbox.link(up);
  }

  /** What happened meanwhile is not known, so this node begins again, with the state as it is now. */
  missed(why: Missed): void {
    this.#options.missed(why);
    this.#startAgain();
  }

  #listen(one: Happening): void {
    if (one.what === 'gone') this.#silence.gone(one.node);
    else this.#silence.heard('node' in one ? one.node : one.who.node);
  }

  #apply(one: Happening): void {
    this.#options.happened(one);
    if (one.what === 'gone' && this.isMine(one.node)) this.#wasBuried();
    if (one.what === 'alive' && this.isMine(one.node)) this.#bury();
  }

  #bury(): void {
    for (const node of this.#silence.beat(this.#name)) this.write({ is: 'gone', node });
  }

  /**
   * This node does not know who is at the other one: what it wrote before was removed from the log. If it is gone,
   * it begins again, and says so.
   */
  #expel(node: string): void {
    if (!this.#outbox.buries(node)) this.write({ is: 'gone', node });
  }

  #wasBuried(): void {
    if (this.#ending) this.#ending();
    else this.#startAgain();
  }

  /** Ends the old life too, if the others do not know yet that it is over: its names must be free. */
  #startAgain(): void {
    const before: LogEntry = { is: 'gone', node: this.#name };
    this.#silence.gone(this.#name);
    this.#name = this.#options.draw();
    this.#record.begins(this.#name);
    this.#outbox.restart(this.#name, [{ is: 'came' }, before], this.#options.again());
  }

  /** At most one heartbeat waits, however long the log does not answer. */
  #beat(): void {
    if (!this.#outbox.has('alive')) this.write({ is: 'alive' });
    this.#cancel = this.#options.clock.after(this.#options.heartbeat, () =>
      this.#beat(),
    );
  }

  #late(late: boolean): void {
    this.cutOff = late;
    this.#options.cutOff(late);
  }
}
