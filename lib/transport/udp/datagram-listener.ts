import type { Clock } from '../../connection/clock.ts';
import { inNextTask } from '../../connection/next-task.ts';
import { Queue } from '../../connection/queue.ts';
import type { Wire } from '../../connection/wire.ts';
import { Admission } from '../../datagram/admission.ts';
import { checkOf, type Heartbeat, timeoutOf } from '../../datagram/heartbeat.ts';
import { isTalkPacket, type Packet, type TalkPacket } from '../../datagram/packet.ts';
import type { Quota } from '../../datagram/rate.ts';
import { readPacket } from '../../datagram/read-packet.ts';
import {
  noLonger,
  type Reply,
  replyTo,
  unknown,
} from '../../datagram/server-handshake.ts';
import { Session } from '../../datagram/session.ts';
import { roomSide } from '../../datagram/sides.ts';
import { type Draw, drawTalk, TalkMarks } from '../../datagram/talk-marks.ts';
import type { Mac } from '../../datagram/token.ts';
import { writePacket } from '../../datagram/write-packet.ts';
import type { Listener } from '../tcp/tcp.ts';
import { every } from './every.ts';
import { usual } from './options.ts';
import type { Port } from './port.ts';
import { SessionWire } from './session-wire.ts';

export interface DatagramListenOptions {
  readonly clock: Clock;
  readonly heartbeat?: Heartbeat;
  readonly sign: Mac;
  readonly draw: Draw;
  /** The most members at a time; `perHost`: the most from one host. */
  readonly limit?: number;
  readonly perHost?: number;
  /** The most messages of one member per second: each becomes one to everybody. */
  readonly burst?: number;
}

interface Member {
  readonly wire: SessionWire;
  readonly session: Session;
  /** The token that the member joined with. */
  readonly token: string;
}

type Proved = Extract<Reply, { is: 'proved' }>;

/** Admits clients that prove their address, as docs/protocol.md says. All members share one port. */
export function listenOn(port: Port, options: DatagramListenOptions): Listener {
  const listener = new DatagramListener(port, options);
  const { wires } = listener;
  return { address: port.address, wires, close: () => listener.close() };
}

class DatagramListener {
  readonly wires = new Queue<Wire>();
  readonly #port: Port;
  readonly #options: Required<DatagramListenOptions>;
  readonly #admission: Admission;
  /** The members by address. Only clients that have proved their address are in it. */
  readonly #members = new Map<string, Member>();
  /** Addresses whose old member is being replaced now. */
  readonly #replaced = new Set<string>();
  readonly #timers: readonly (() => void)[];
  #open = true;
  #empty = () => {};

  constructor(port: Port, options: DatagramListenOptions) {
    this.#port = port;
    this.#options = { ...usual, ...options };
    const { clock, heartbeat } = this.#options;
    this.#admission = new Admission(this.#options);
    port.start((bytes, from) => this.#hear(bytes, from));
    this.#timers = [
      every(clock, heartbeat.period, () => this.#beat(clock.now())),
      every(clock, checkOf(heartbeat), () => this.#check(clock.now())),
    ];
  }

  /** Accepts no more. Members stay until they leave. Settles when the port is closed. */
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

  #beat(now: number): void {
    for (const { wire } of [...this.#members.values()]) wire.beat(now);
  }

  #check(now: number): void {
    for (const { wire } of [...this.#members.values()])
      wire.check(now, this.#options.heartbeat);
    this.#admission.sweep(now);
  }

  #hear(bytes: Uint8Array, from: string): void {
    const word = readPacket(bytes);
    if (word === undefined || this.#replaced.has(from)) return;
    const member = this.#members.get(from);
    if (isTalkPacket(word) && word.talk === member?.session.talk)
      this.#talk(member, word, from);
    // The same `join` arrived again, however long it was in transit.
    else if (word.is === 'join' && word.token === member?.token)
      this.#welcome(member, from);
    else if (this.#open) this.#answer(bytes, from, word);
  }

  #talk({ wire, session }: Member, word: TalkPacket, from: string): void {
    wire.hear(word, this.#options.clock.now());
    if (word.is === 'bye') this.#port.send(session.bye(), from);
  }

  #answer(bytes: Uint8Array, from: string, word: Packet): void {
    const { clock, sign } = this.#options;
    const given = replyTo(from, word, bytes.length, clock.now(), sign);
    const member = this.#members.get(from);
    if (given.is !== 'proved') this.#reply(from, given);
    else if (!this.#admission.isGood(from, given.made))
      this.#reply(from, unknown(given.token, bytes.length));
    else if (member === undefined) this.#admit(from, given, bytes.length);
    else this.#replace(member, bytes, from);
  }

  #reply(from: string, given: Reply): void {
    if (given.is === 'reply') this.#port.send(given.bytes, from);
  }

  /**
   * Admits a new member at an address. First the old member must have left the room: both may have
   * the same name.
   */
  #replace({ wire }: Member, join: Uint8Array, from: string): void {
    this.#replaced.add(from);
    wire.breaks();
    inNextTask(() => {
      this.#replaced.delete(from);
      this.#hear(join, from);
    });
  }

  #welcome({ session: { talk } }: Member, from: string): void {
    const { heartbeat } = this.#options;
    this.#port.send(writePacket({ is: 'joined', talk, heartbeat }), from);
  }

  #admit(from: string, proved: Proved, size: number): void {
    const quota = this.#admission.enter(from, proved.made, this.#options.clock.now());
    if (typeof quota === 'string') {
      const full = writePacket({ is: 'refusal', words: quota });
      this.#reply(from, noLonger(size, full));
      return;
    }
    const member = this.#seat(from, proved, quota);
    this.#members.set(from, member);
    this.wires.push(member.wire);
    this.#welcome(member, from);
  }

  #seat(from: string, { name, token }: Proved, quota: Quota): Member {
    const { clock, draw, heartbeat } = this.#options;
    const session = new Session({
      talk: drawTalk(draw),
      side: roomSide(new TalkMarks(draw, timeoutOf(heartbeat))),
      now: clock.now(),
      quota,
    });
    const wire = new SessionWire({
      link: `${from}>${this.#port.address}`,
      address: from,
      introduced: name,
      session,
      put: datagram => this.#port.send(datagram, from),
      over: () => {
        this.#admission.leave(from, quota, clock.now());
        this.#left(from);
      },
    });
    return { wire, session, token };
  }

  #left(from: string): void {
    this.#members.delete(from);
    if (this.#members.size === 0) this.#empty();
  }
}
