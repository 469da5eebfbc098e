import type { Clock } from '../connection/clock.ts';
import type { CodecFor } from '../connection/codecs.ts';
import type { Wire } from '../connection/wire.ts';
import type { Options, Values } from '../options/option.ts';
import type { Faults, LinkKind } from './faults/table.ts';
import type { Listener } from './tcp/tcp.ts';
import type { Port } from './udp/port.ts';

/** A way into a server. What it needs is loaded with its ends: a program has few of them. */
export interface Door {
  /** As scenes say it: `connects over tcp`. */
  readonly name: string;
  /** The kind of faults that its links can have. */
  readonly faults: LinkKind;
  /** Its own framing. Without one a framing is chosen. */
  readonly codec?: CodecFor;
  /** The flags of a server that has this door, and of its clients. */
  server(port: number): Options;
  client(port: number): Options;
  /** The door that it takes the place of, where one of its client's flags is given. */
  readonly inPlaceOf?: string;
  /** Where that is, for people. */
  where(at: Values): string;
  /** What to do about Node's error where a server cannot listen. `flag`: the one that names the port. */
  remedy(code: string, flag: string): string | undefined;
  network(): Promise<Network>;
  /** The same with no network: every run is the same. */
  inMemory(): Promise<Network>;
}

/** How a server and its clients come to their ends of a link. */
export interface Network {
  /** A place of its own, where nobody listens yet. */
  anywhere(): Values;
  /** Rejects with Node's error where it cannot be. `at`: what was chosen of its flags. */
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
  /** Put between datagrams and their network, by whoever counts them. */
  readonly through?: (port: Port) => Port;
}
