import { type Clock, Queue, type Wire } from '../connection/index.ts';
import {
  type Answer,
  answer,
  answerMember,
  type Beats,
  checkOf,
  readWord,
  Session,
  type Sign,
  usualBeats,
  type Word,
  writeWord,
} from '../datagram/index.ts';
import { every } from './every.ts';
import type { Port } from './port.ts';
import { SessionWire } from './session-wire.ts';
import type { Listener } from './tcp.ts';

export interface DatagramListenOptions {
  readonly clock: Clock;
  readonly beats?: Beats;
  readonly sign: Sign;
  /** At most this many are in at a time. */
  readonly limit?: number;
  /** How many messages of one member are heard in a second: each becomes one to everybody. */
  readonly burst?: number;
}

interface Member {
  readonly wire: SessionWire;
  /** What it came in with. */
  readonly ticket: string;
  /** When that was made. */
  readonly made: number;
}

type Proved = Extract<Answer, { is: 'proved' }>;

/** Takes in whoever proves an address, as docs/protocol.md says. All of them share one port. */
export function listenOn(port: Port, options: DatagramListenOptions): Listener {
  const listener = new DatagramListener(port, options);
  const { wires } = listener;
  return { address: port.address, wires, close: () => listener.close() };
}

class DatagramListener {
  readonly wires = new Queue<Wire>();
  readonly #port: Port;
  readonly #clock: Clock;
  readonly #sign: Sign;
  readonly #limit: number;
  readonly #burst: number;
  readonly #beats: Beats;
  /** By address. Whoever has not proved one is not in it. */
  readonly #members = new Map<string, Member>();
  readonly #timers: readonly (() => void)[];
  #open = true;
  #empty = () => {};

  constructor(port: Port, options: DatagramListenOptions) {
    const { clock, sign, limit = 500, burst = 100, beats = usualBeats } = options;
    this.#port = port;
    this.#clock = clock;
    this.#sign = sign;
    this.#limit = limit;
    this.#burst = burst;
    this.#beats = beats;
    port.start((bytes, from) => this.#hear(bytes, from));
    this.#timers = [
      every(clock, beats.period, () => this.#each(wire => wire.beat())),
      every(clock, checkOf(beats), () =>
        this.#each(wire => wire.check(clock.now(), beats)),
      ),
    ];
  }

  /** Those inside stay until they leave. Settles when the port is closed. */
  async close(): Promise<void> {
    this.#open = false;
    this.wires.close();
    await new Promise<void>(resolve => {
      this.#empty = resolve;
      if (this.#members.size === 0) resolve();
    });
    for (const stop of this.#timers) stop();
    await this.#port.close();
  }

  #each(does: (wire: SessionWire) => void): void {
    for (const { wire } of [...this.#members.values()]) does(wire);
  }

  #hear(bytes: Uint8Array, from: string): void {
    const word = readWord(bytes);
    if (word === undefined) return;
    const member = this.#members.get(from);
    const atTheGate = word.is === 'hello' || word.is === 'join';
    if (member && !atTheGate) member.wire.hear(word, this.#clock.now());
    // The same `join` once more, however long that was on its way.
    else if (word.is === 'join' && word.ticket === member?.ticket) this.#welcome(from);
    else if (this.#open) this.#answer(from, word, bytes.length);
  }

  #answer(from: string, word: Word, size: number): void {
    const gate = this.#members.has(from) ? answerMember : answer;
    const reply = gate(from, word, size, this.#clock.now(), this.#sign);
    if (reply.is === 'reply') this.#port.send(reply.bytes, from);
    else if (reply.is === 'proved') this.#join(from, reply);
  }

  /** A later ticket is somebody new at that address; an earlier one was long on its way. */
  #join(from: string, proved: Proved): void {
    const member = this.#members.get(from);
    if (member !== undefined && proved.made < member.made) return;
    if (member !== undefined && proved.made > member.made) {
      member.wire.breaks();
      // First whoever was there has to be gone for everybody: it may have the same name.
      setImmediate(() => this.#join(from, proved));
      return;
    }
    if (member === undefined && !this.#admit(from, proved)) return;
    this.#welcome(from);
  }

  #welcome(from: string): void {
    this.#port.send(writeWord({ is: 'joined', beats: this.#beats }), from);
  }

  #admit(from: string, { name, ticket, made }: Proved): boolean {
    if (this.#members.size >= this.#limit) {
      const words = `! Full: try again later (${this.#limit} at a time)`;
      this.#port.send(writeWord({ is: 'refusal', words }), from);
      return false;
    }
    const wire = new SessionWire({
      link: `${from}>${this.#port.address}`,
      address: from,
      introduced: name,
      session: new Session(this.#clock.now(), this.#burst),
      put: datagram => this.#port.send(datagram, from),
      over: () => this.#left(from, wire),
    });
    this.#members.set(from, { wire, ticket, made });
    this.wires.push(wire);
    return true;
  }

  #left(from: string, wire: SessionWire): void {
    if (this.#members.get(from)?.wire === wire) this.#members.delete(from);
    if (this.#members.size === 0) this.#empty();
  }
}
