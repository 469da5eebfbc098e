import type { Clock } from '../connection/clock.ts';
import type { CodecFor } from '../connection/codecs.ts';
import type { Wire } from '../connection/wire.ts';
import type { Options, Values } from '../options/option.ts';
import type { Faults, LinkKind } from './faults/table.ts';
import type { Listener } from './tcp/tcp.ts';
import type { Port } from './udp/port.ts';

/** A way into a server. What it needs is loaded when it is used: a program uses few doors. */
export interface Door {
  /** As scenes say it: `connects over tcp`. */
  readonly name: string;
  /** The kind of faults that its links can have. */
  readonly faults: LinkKind;
  /** Its own framing. If it has none, `--framing` chooses one. */
  readonly codec?: CodecFor;
  /** One end's `end` is the end of both directions. */
  readonly wholeClose?: true;
  /** The flags of a server that has this door, and of its clients. */
  server(port: number): Options;
  client(port: number): Options;
  /** The name of the door that it replaces if one of its client's flags is given. */
  readonly inPlaceOf?: string;
  /** Returns the place in words, for people. */
  where(at: Values): string;
  /**
   * Returns what to do if a server cannot listen. `code`: Node's error. `flag`: the flag that names
   * the port.
   */
  remedy(code: string, flag: string): string | undefined;
  network(): Promise<Network>;
  /** The same without a network, so every run is the same. `node`: the machine, if there are several. */
  inMemory(node: string): Promise<Network>;
}

/** How a server and its clients get their ends of a link. */
export interface Network {
  /** Returns a new place, where nobody listens yet. */
  anywhere(): Values;
  /** Rejects with Node's error if it cannot listen there. `at`: the values of its flags. */
  listen(at: Values, link: LinkOptions): Promise<Entrance>;
  connect(at: Values, link: LinkOptions): Promise<Wire>;
}

/** A door that is open. */
export interface Entrance extends Listener {
  /** Where a client finds it, as flags. */
  readonly at: Values;
}

export interface LinkOptions {
  readonly clock: Clock;
  /** What the link does to datagrams. (What it does to a stream, it does to a wire: `faulty`.) */
  readonly faults: Faults;
  /** Wraps the port, for example to count what passes between datagrams and their network. */
  readonly through?: (port: Port) => Port;
}
