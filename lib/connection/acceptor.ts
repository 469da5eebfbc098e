import { Connection } from './connection.ts';
import type { ConnectionOptions } from './options.ts';
import { Queue } from './queue.ts';
import type { Wire } from './wire.ts';

export interface AcceptOptions {
  /** At most this many at a time. */
  readonly limit: number;
  /** What one too many is told; without it the mode says nothing, and the link just ends. */
  readonly full?: string;
}

/**
 * The connections of a server as they come: what every mode's server loops over. The limit is kept on
 * arrival, however long the loop is busy with somebody else.
 */
export class Acceptor implements AsyncIterable<Connection> {
  readonly #options: AcceptOptions;
  /** Inside, and not yet taken by the server's loop. */
  readonly #arrived = new Queue<Connection>();
  readonly #inside = new Set<Connection>();
  /** Told that there is no room, and not yet gone. */
  readonly #refused = new Set<Connection>();
  /** One for all: ten thousand silent connections are to cost little memory. */
  readonly #forget = (connection: Connection): void => {
    this.#inside.delete(connection);
    this.#refused.delete(connection);
  };
  /** Ways in through which more may still come. */
  #doors = 0;
  #stopped: { readonly goodbye: string | undefined } | undefined;

  constructor(options: AcceptOptions) {
    this.#options = options;
  }

  /** One more way in, under the same limit. `connectionOf`: what a transport accepted, as a connection. */
  at(
    wires: AsyncIterable<Wire>,
    connectionOf: (wire: Wire) => ConnectionOptions,
  ): this {
    this.#doors++;
    void this.#accept(wires, connectionOf);
    return this;
  }

  [Symbol.asyncIterator](): AsyncIterator<Connection> {
    return this.#arrived[Symbol.asyncIterator]();
  }

  /** Says goodbye to all, whoever still comes included, and waits until they are gone. */
  async stop(goodbye?: string): Promise<void> {
    this.#stopped = { goodbye };
    this.#arrived.close();
    for (const connection of this.#inside) connection.dismiss(goodbye, 'notice');
    await Promise.all(this.#all.map(connection => connection.closed));
  }

  /** Drops all at once. */
  drop(): void {
    for (const connection of this.#all) connection.destroy();
  }

  get #all(): Connection[] {
    return [...this.#inside, ...this.#refused];
  }

  async #accept(
    wires: AsyncIterable<Wire>,
    connectionOf: (wire: Wire) => ConnectionOptions,
  ): Promise<void> {
    for await (const wire of wires) {
      const connection = new Connection(connectionOf(wire), this.#forget);
      if (this.#stopped)
        this.#refuse(connection).dismiss(this.#stopped.goodbye, 'notice');
      else if (this.#inside.size < this.#options.limit) this.#admit(connection);
      else this.#refuse(connection).dismiss(this.#options.full);
    }
    if (--this.#doors === 0) this.#arrived.close();
  }

  #admit(connection: Connection): void {
    this.#inside.add(connection);
    this.#arrived.push(connection);
  }

  #refuse(connection: Connection): Connection {
    this.#refused.add(connection);
    return connection;
  }
}
