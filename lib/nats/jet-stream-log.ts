import type {
  ConsumerMessages,
  JetStreamClient,
  JetStreamManager,
  JsMsg,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { idOf, type LogBatch } from '../cluster/entry.ts';
import type { Log, LogReader } from '../cluster/log.ts';
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeCheckpoint,
} from '../cluster/snapshot.ts';
import { decodeBatch, encodeBatch } from '../cluster/wire.ts';
import { connected, NatsProblem, type NatsRoom, watchLink } from './client.ts';
import { ensureStream, type Kept, subjectsOf } from './stream.ts';

/** How long NATS may take to acknowledge a batch, in milliseconds. */
const patience = 2_000;
/**
 * How long one request for messages lasts, and after what silence a consumer is made again, in milliseconds.
 * The client waits that long too before it looks again for a consumer that a restart of NATS has forgotten.
 */
const pulls = { expires: 2_000, idle_heartbeat: 1_000 };
/** The pause before a node looks again for the stream, in milliseconds. */
const again = 500;
/**
 * What the client reports if its consumer is gone. It makes the consumer again, also in another stream of that
 * name, so we look ourselves.
 */
const doubtful = [
  'consumer_deleted',
  'consumer_not_found',
  'stream_not_found',
  'reset',
];
/** NATS refuses longer messages, unless it is told otherwise. */
const longest = 1_000_000;

const pause = (time: number) => new Promise<void>(done => setTimeout(done, time));

/** A room's log as a stream of JetStream, from which each node reads with an ordered consumer. */
export class JetStreamLog implements Log {
  readonly #nats: NatsConnection;
  readonly #stream: JetStreamClient;
  readonly #manager: JetStreamManager;
  readonly #subjects: ReturnType<typeof subjectsOf>;
  #reader: LogReader | undefined;
  #messages: ConsumerMessages | undefined;
  readonly #ensure: () => Promise<string>;
  #position = 0;
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

  /** Removes the stream of a room. */
  static async remove(place: NatsRoom): Promise<void> {
    const nats = await connected(place.url);
    const { jetstreamManager } = await import('@nats-io/jetstream');
    const { streams } = await jetstreamManager(nats);
    await streams.delete(subjectsOf(place.room).stream);
    await nats.close();
  }

  private constructor(
    nats: NatsConnection,
    stream: JetStreamClient,
    manager: JetStreamManager,
    room: string,
    ensure: () => Promise<string>,
  ) {
    this.#ensure = ensure;
    this.#nats = nats;
    this.#stream = stream;
    this.#manager = manager;
    this.#subjects = subjectsOf(room);
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
    await this.#stream.publish(this.#subjects.log, encodeBatch(batch), options);
  }

  /** Fails in silence: the next checkpoint does the same. */
  keep(checkpoint: Checkpoint): void {
    const bytes = encodeCheckpoint(checkpoint);
    if (bytes.length > longest) return;
    this.#stream.publish(this.#subjects.state, bytes).catch(() => {});
  }

  async close(): Promise<void> {
    this.#reader = undefined;
    this.#messages?.stop();
    await this.#nats.close();
  }

  /** Begins after the last checkpoint, but not before position `first`: what was there is gone. */
  async #begin(first: number): Promise<void> {
    const { stream, state } = this.#subjects;
    this.#made = await this.#ensure();
    const last = await this.#manager.streams.getMessage(stream, {
      last_by_subj: state,
    });
    const checkpoint = last ? decodeCheckpoint(last.data) : undefined;
    this.#position = Math.max(checkpoint?.position ?? 0, first - 1);
    this.#reader?.begins(checkpoint?.state);
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

  /**
   * Goes on in the same stream. If it was deleted, begins in the next one, which may have to be made. NATS tells
   * of a deletion before it is done, and what is made too early takes part in it: so we wait a moment.
   */
  async #resume(): Promise<void> {
    this.#messages?.stop();
    await pause(again);
    let lost = false;
    await this.#untilDone(async () => {
      lost ||= (await this.#ensure()) !== this.#made;
      await (lost ? this.#begin(1) : this.#goOn());
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

  /** NATS may not answer just now. A log that is closed need not go on. */
  async #untilDone(work: () => Promise<void>): Promise<void> {
    while (this.#reader !== undefined) {
      const done = work().then(
        () => true,
        () => false,
      );
      if (await done) return;
      await pause(again);
    }
  }

  #link(up: boolean): void {
    this.#up = up;
    this.#reader?.link(up);
  }
}
