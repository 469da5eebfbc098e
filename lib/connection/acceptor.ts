import type { Kind } from '../trace/event.ts';
import { Connection } from './connection.ts';
import type { ConnectionOptions } from './options.ts';
import { Queue } from './queue.ts';
import type { Wire } from './wire.ts';

export interface AcceptOptions {
  /**
   * How many connections the server may have at the same time. As many others may be open, because they
   * are being told why not. Beyond that a connection is dropped immediately.
   */
  readonly limit: number;
  /**
   * The refusal that a connection over the limit receives. By default it receives nothing, and the link just
   * ends.
   */
  readonly full?: string;
}

/**
 * The connections of a server, in the order of their arrival: every mode's server loops over
 * them. The limit is checked on arrival, even while the loop is busy with another connection.
 */
export class Acceptor implements AsyncIterable<Connection> {
  readonly #options: AcceptOptions;
  /** Accepted, and not yet taken by the server's loop. */
  readonly #arrived = new Queue<Connection>();
  readonly #inside = new Set<Connection>();
  /** Refused, and not yet gone. */
  readonly #refused = new Set<Connection>();
  /** One function for all connections, so that an idle one costs little memory. */
  readonly #forget = (connection: Connection): void => {
    this.#inside.delete(connection);
    this.#refused.delete(connection);
  };
  /** How many listeners may still give connections. */
  #doors = 0;
  #stopped: { readonly goodbye: string | undefined } | undefined;

  constructor(options: AcceptOptions) {
    this.#options = options;
  }

  /**
   * Accepts from one more listener, under the same limit. `connectionOf` gives the options for a
   * wire.
   */
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

  /**
   * Says goodbye to all connections, and to each that arrives from now on. Settles as soon as none
   * is open: a peer that does not leave in time is dropped.
   */
  async stop(goodbye?: string): Promise<void> {
    this.#stopped = { goodbye };
    this.#arrived.close();
    for (const connection of this.#inside) connection.dismiss(goodbye, 'notice');
    while (this.#all.length > 0)
      await Promise.all(this.#all.map(connection => connection.closed));
  }

  /** Drops all connections immediately. */
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
      if (this.#stopped) this.#refuse(connection, this.#stopped.goodbye, 'notice');
      else if (this.#inside.size < this.#options.limit) this.#admit(connection);
      else this.#refuse(connection, this.#options.full);
    }
    if (--this.#doors === 0) this.#arrived.close();
  }

  #admit(connection: Connection): void {
    this.#inside.add(connection);
    this.#arrived.push(connection);
  }

  #refuse(connection: Connection, words?: string, kind?: Kind): void {
    if (this.#refused.size < this.#options.limit) {
      this.#refused.add(connection);
      connection.dismiss(words, kind);
    } else connection.destroy();
  }
}
