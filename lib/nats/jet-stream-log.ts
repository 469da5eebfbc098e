import type {
  ConsumerMessages,
  JetStreamClient,
  JetStreamManager,
  JsMsg,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { idOf, type LogBatch } from '../cluster/entry.ts';
import type { Log, LogReader } from '../cluster/log.ts';
import type { Checkpoint } from '../cluster/snapshot.ts';
import { decodeBatch, encodeBatch } from '../cluster/wire.ts';
import { bytesOf, checkpointIn } from './checkpoint.ts';
import { connected, NatsProblem, type NatsRoom, watchLink } from './client.ts';
import { doubtful, pulls } from './consumer.ts';
import { again, pause, untilDone } from './pause.ts';
import { ensureStream, type Kept, type Stream, subjectsOf } from './stream.ts';
import { Unread } from './unread.ts';

/** How long NATS may take to acknowledge a batch, in milliseconds. */
const patience = 2_000;
/** A room's log as a stream of JetStream, from which each node reads with an ordered consumer. */
export class JetStreamLog implements Log {
  readonly #nats: NatsConnection;
  readonly #stream: JetStreamClient;
  readonly #manager: JetStreamManager;
  readonly #subjects: ReturnType<typeof subjectsOf>;
  #reader: LogReader | undefined;
  #messages: ConsumerMessages | undefined;
  readonly #ensure: () => Promise<Stream>;
  #position = 0;
  readonly #unread: Unread;
  /** Whether the stream has lost its end: what we have read is not there. */
  #isSetBack = false;
  /** The stream is looked for once at a time. */
  #looking = Promise.resolve();
  /** When the stream was made. */
  #made = '';
  #up = true;

  /** Connects, and makes the stream if it is not there. Throws a NatsProblem. */
  static async open(place: NatsRoom, kept: Kept = 'on disk'): Promise<JetStreamLog> {
    const nats = await connected(place.url);
    try {
      const { jetstream, jetstreamManager } = await import('@nats-io/jetstream');
      const manager = await jetstreamManager(nats);
      const ensure = () => ensureStream(manager, place.room, kept);
      await ensure();
      return new JetStreamLog(nats, jetstream(nats), manager, place.room, ensure);
    } catch (error) {
      await nats.close();
      const why = error instanceof Error ? error.message : String(error);
      throw new NatsProblem(
        `NATS keeps no stream for the room (${why}): start it with nats-server -js`,
      );
    }
  }

  private constructor(
    nats: NatsConnection,
    stream: JetStreamClient,
    manager: JetStreamManager,
    room: string,
    ensure: () => Promise<Stream>,
  ) {
    this.#ensure = ensure;
    this.#nats = nats;
    this.#stream = stream;
    this.#manager = manager;
    this.#subjects = subjectsOf(room);
    const { streams } = manager;
    this.#unread = new Unread({
      isThere: async seq =>
        (await streams.getMessage(this.#subjects.stream, { seq })) !== null,
      isRead: seq => this.#reader === undefined || seq <= this.#position,
      removed: seq => this.#missed(seq + 1),
    });
    void watchLink(nats, up => this.#link(up));
  }

  async read(reader: LogReader): Promise<void> {
    this.#reader = reader;
    await this.#begin(1);
  }

  async append(batch: LogBatch): Promise<void> {
    // What is sent without a link waits in the client, and would be sent again with each try.
    if (!this.#up) throw new Error('Cannot append: there is no link to NATS');
    const options = { msgID: idOf(batch), timeout: patience };
    const before = this.#position;
    const bytes = encodeBatch(batch);
    const sent = await this.#stream.publish(this.#subjects.log, bytes, options);
    // We had read that far before it was sent.
    const isPast = sent.seq <= before && before <= this.#position;
    if (isPast && !sent.duplicate) this.#setBack();
    else void this.#unread.acknowledged(sent.seq);
  }

  /** Fails in silence: the next checkpoint does the same. */
  keep(checkpoint: Checkpoint): void {
    const bytes = bytesOf(checkpoint);
    if (bytes) this.#stream.publish(this.#subjects.state, bytes).catch(() => {});
  }

  async close(): Promise<void> {
    this.#reader = undefined;
    this.#messages?.stop();
    await this.#nats.close();
  }

  /** Begins after the last checkpoint, but not before position `first`: what was there is gone. */
  async #begin(first: number, heard = 0): Promise<void> {
    const { stream, state } = this.#subjects;
    this.#made = (await this.#ensure()).made;
    const last = await this.#manager.streams.getMessage(stream, {
      last_by_subj: state,
    });
    const checkpoint = last ? checkpointIn(last) : undefined;
    this.#isSetBack = false;
    this.#position = Math.max(checkpoint?.position ?? 0, first - 1);
    this.#reader?.begins(checkpoint?.state, heard);
    await this.#goOn();
  }

  /** Reads what comes after this position. */
  async #goOn(): Promise<void> {
    const from = { opt_start_seq: this.#position + 1 };
    const consumer = await this.#stream.consumers.get(this.#subjects.stream, from);
    this.#messages = await consumer.consume({
      ...pulls,
      callback: message => this.#heard(message),
    });
    void this.#watch(this.#messages);
  }

  async #watch(messages: ConsumerMessages): Promise<void> {
    for await (const { type } of messages.status())
      if (doubtful.includes(type)) return this.#resume();
  }

  #resume(): void {
    this.#looking = this.#looking.then(() => this.#look());
  }

  #setBack(): void {
    this.#isSetBack = true;
    this.#resume();
  }

  /**
   * Goes on in the same stream. If it was deleted, begins in the next one, which may have to be made. NATS tells
   * of a deletion before it is done, and what is made too early takes part in it: so we wait a moment.
   */
  async #look(): Promise<void> {
    this.#messages?.stop();
    await pause(again);
    let lost = false;
    let heard = 0;
    await this.#untilDone(async () => {
      const { made, last } = await this.#ensure();
      const setBack = this.#isSetBack || last < this.#position;
      if (!lost && setBack && made === this.#made) heard = last;
      lost ||= setBack || made !== this.#made;
      await (lost ? this.#begin(1, heard) : this.#goOn());
    });
    if (lost) this.#reader?.missed('lost');
  }

  #heard({ seq, subject, data }: JsMsg): void {
    if (seq <= this.#position || this.#reader === undefined) return;
    if (seq > this.#position + 1) return void this.#missed(seq);
    this.#position = seq;
    const batch = subject === this.#subjects.log ? decodeBatch(data) : undefined;
    if (batch) this.#reader.batch(seq, batch);
  }

  /** The stream has dropped what comes before `next`. The last checkpoint is usually later. */
  async #missed(next: number): Promise<void> {
    this.#messages?.stop();
    this.#position = next;
    await this.#untilDone(() => this.#begin(next));
    this.#reader?.missed('away');
  }

  /** A log that is closed need not go on. */
  #untilDone(work: () => Promise<void>): Promise<void> {
    return untilDone(work, () => this.#reader === undefined);
  }

  #link(up: boolean): void {
    this.#up = up;
    this.#reader?.link(up);
  }
}
