import type { NatsConnection } from '@nats-io/transport-node';
import type { LogBatch } from '../cluster/entry.ts';
import type { Log, LogReader } from '../cluster/log.ts';
import { decodeBatch, encodeBatch } from '../cluster/wire.ts';
import { connected, type NatsRoom } from './client.ts';

/**
 * NATS without a stream: each node tells all others, and hears its own words immediately. Nobody decides
 * on an order. It is a log only by its methods.
 */
export class CoreNats implements Log {
  readonly #nats: NatsConnection;
  readonly #subject: string;
  #reader: LogReader | undefined;
  #position = 0;

  /** Who is not here yet hears nothing: there is nobody who would keep it. */
  static async open({ url, room }: NatsRoom): Promise<CoreNats> {
    const nats = await connected(url, { noEcho: true });
    const net = new CoreNats(nats, `duplex-modes-without-order.${room}`);
    await nats.flush();
    return net;
  }

  private constructor(nats: NatsConnection, subject: string) {
    this.#nats = nats;
    this.#subject = subject;
    nats.subscribe(subject, {
      callback: (_, { data }) => this.#heard(decodeBatch(data)),
    });
  }

  async read(reader: LogReader): Promise<void> {
    this.#reader = reader;
    reader.begins(undefined);
  }

  async append(batch: LogBatch): Promise<void> {
    this.#nats.publish(this.#subject, encodeBatch(batch));
    await Promise.resolve();
    this.#heard(batch);
  }

  keep(): void {}

  async close(): Promise<void> {
    this.#reader = undefined;
    await this.#nats.close();
  }

  #heard(batch: LogBatch | undefined): void {
    if (batch) this.#reader?.batch(++this.#position, batch);
  }
}
