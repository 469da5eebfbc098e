import { inNextTask } from '../../connection/next-task.ts';
import { Queue } from '../../connection/queue.ts';
import type { Wire, WireEvents } from '../../connection/wire.ts';
import { bytes } from '../../framing/bytes.ts';
import type { Listener } from '../tcp/tcp.ts';

/** With more bytes than this in transit to an end that has not read them, a writer should wait. */
const roomy = 65_536;

/** Two ends of one link inside this process: the same bytes arrive in the same order in every run. */
export function memoryLink(link: string, caller: string, callee: string): [Wire, Wire] {
  const near = new MemoryWire(link, callee);
  const far = new MemoryWire(link, caller);
  near.peer = far;
  far.peer = near;
  return [near, far];
}

/** A place to listen in memory. `connect` gives the caller's end and hands the other to the server. */
export function memoryListener(address: string): Listener & { connect(): Wire } {
  const wires = new Queue<Wire>();
  let count = 0;
  let open = true;
  return {
    address,
    wires,
    connect() {
      if (!open) throw new Error(`Cannot connect to ${address}: nobody listens there`);
      const caller = `memory:${++count}`;
      const [near, far] = memoryLink(`${caller}>${address}`, caller, address);
      wires.push(far);
      return near;
    },
    async close() {
      open = false;
      wires.close();
    },
  };
}

const waiting: (() => void)[] = [];

/** Reads in one task for all ends that resume now, as sockets do: no end acts before all have read. */
function together(read: () => void): void {
  if (waiting.push(read) > 1) return;
  inNextTask(() => {
    for (const each of waiting.splice(0)) each();
  });
}

type Arrival = (events: WireEvents) => void;

class MemoryWire implements Wire {
  readonly link: string;
  readonly address: string;
  peer: MemoryWire | undefined;
  #events: WireEvents | undefined;
  /** What has arrived and was not read yet, in order. */
  #arrived = new Queue<Arrival>();
  /** Bytes that the peer has sent and this end has not read. */
  #unread = 0;
  #paused = false;
  /** Whether a `write` has returned false, and no `drained` has followed yet. */
  #waiting = false;
  #endedHere = false;
  #endedThere = false;
  #closed = false;

  constructor(link: string, address: string) {
    this.link = link;
    this.address = address;
  }

  start(events: WireEvents): void {
    this.#events = events;
    inNextTask(() => this.#read());
  }

  get waiting(): number {
    return this.peer === undefined ? 0 : this.peer.#unread;
  }

  write(...pieces: readonly Uint8Array[]): boolean {
    const { peer } = this;
    if (this.#endedHere || this.#closed || peer === undefined) return true;
    const copy = new Uint8Array(bytes.joined(pieces));
    peer.#unread += copy.length;
    peer.#arrive(events => {
      peer.#unread -= copy.length;
      events.chunk(copy);
      if (peer.#unread === 0) this.#drained();
    });
    this.#waiting ||= peer.#unread > roomy;
    return peer.#unread <= roomy;
  }

  end(): void {
    const { peer } = this;
    if (this.#endedHere || this.#closed || peer === undefined) return;
    this.#endedHere = true;
    peer.#arrive(events => {
      peer.#endedThere = true;
      events.ended();
      peer.#closeWhenDone();
      this.#closeWhenDone();
    });
  }

  destroy(): void {
    const { peer } = this;
    if (this.#closed) return;
    this.#close();
    if (peer) inNextTask(() => peer.#break());
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    together(() => this.#read());
  }

  /** Delivers in a task of its own, as a real network does: nothing arrives before `write` has returned. */
  #arrive(arrival: Arrival): void {
    inNextTask(() => {
      this.#arrived.push(arrival);
      this.#read();
    });
  }

  /** Handles the peer's reset. No pause holds it back, and what was not read before it is lost. */
  #break(): void {
    if (this.#closed) return;
    this.#paused = false;
    this.#arrived = new Queue();
    this.#arrived.push(events => {
      events.reset();
      this.#close();
    });
    this.#read();
  }

  #drained(): void {
    if (!this.#waiting || this.#closed) return;
    this.#waiting = false;
    this.#events?.drained();
  }

  #read(): void {
    while (this.#events && !this.#paused && !this.#closed) {
      const next = this.#arrived.shift();
      if (next === undefined) return;
      next(this.#events);
    }
    if (this.#closed) this.#sayClosed();
  }

  /** Reports `closed` once, and nothing after it. */
  #sayClosed(): void {
    const events = this.#events;
    this.#events = undefined;
    events?.closed();
  }

  #closeWhenDone(): void {
    if (this.#endedHere && this.#endedThere) this.#close();
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    inNextTask(() => this.#read());
  }
}
