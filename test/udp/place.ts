import { onTestFinished } from 'vitest';
import { udp } from '../../demos/udp/demo.ts';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { serverCodec } from '../../lib/connection/codecs.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { defaultsOf, type Values } from '../../lib/options/option.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { doors } from '../../lib/transport/doors.ts';
import { MemoryNetwork } from '../../lib/transport/memory/memory-port.ts';
import { listenOn } from '../../lib/transport/udp/datagram-listener.ts';
import { datagramOptions } from '../../lib/transport/udp/options.ts';
import type { Port } from '../../lib/transport/udp/port.ts';
import { safeSecrets } from '../../lib/transport/udp/secrets.ts';

export const hello = 'hello 2, may I come in, please?\n';

/**
 * Somebody with nothing but a socket, who types what docs/protocol.md says. The name of the talk is
 * drawn again each time, and so is the mark of each heartbeat: `TALK` and `MARK` stand for those
 * that were heard last.
 */
export class Raw {
  talk = '';
  mark = '';
  /** The datagrams that arrived, each without its LF. */
  readonly heard: string[] = [];
  /** Bytes that came. */
  bytes = 0;
  readonly #port: Port;
  readonly #room: string;

  constructor(port: Port, room: string) {
    this.#port = port;
    this.#room = room;
    port.start(datagram => {
      this.bytes += datagram.length;
      this.heard.push(this.#plain(Buffer.from(datagram).toString().replace(/\n$/, '')));
    });
  }

  type(text: string | Uint8Array): void {
    this.#port.send(typeof text === 'string' ? this.meant(text) : text, this.#room);
  }

  /** With its own talk and mark. */
  meant(text: string): Buffer {
    return Buffer.from(text.replace('TALK', this.talk).replace('MARK', this.mark));
  }

  /** What has come since it was last asked. */
  news(): string[] {
    return this.heard.splice(0);
  }

  /** Asks for a token. */
  async token(): Promise<string> {
    this.type(hello);
    await arrived();
    return this.news().at(-1)?.replace('token ', '') ?? '';
  }

  async join(name: string): Promise<string> {
    const token = await this.token();
    this.type(`join ${token} ${name}\n`);
    await arrived();
    return token;
  }

  #plain(word: string): string {
    this.talk = /^joined ([0-9a-z]{8}) /.exec(word)?.[1] ?? this.talk;
    const own = this.talk === '' ? word : word.replace(this.talk, 'TALK');
    this.mark = /^beat TALK ([a-z]{4}) /.exec(own)?.[1] ?? this.mark;
    return own.replace(/^(beat TALK) [a-z]{4} /, '$1 MARK ');
  }
}

export interface Place {
  readonly clock: VirtualClock;
  readonly address: string;
  /** A socket that nobody else uses. */
  port(): Port;
  /** From an address of its own, or from that one. */
  raw(address?: string): Raw;
  /** Lets time go by, one timer after the other. */
  pass(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** Two members who know of each other. */
export async function aliceAndBob(raw: Place['raw']): Promise<[Raw, Raw]> {
  const [alice, bob] = [raw(), raw()];
  await alice.join('alice');
  await bob.join('bob');
  for (const member of [alice, bob]) member.news();
  return [alice, bob];
}

export interface PlaceOptions {
  readonly program?: Program;
  readonly limit?: number;
  readonly flags?: Partial<Values<typeof datagramOptions>>;
}

/** A room in memory, until the test is done. */
export function open(options: PlaceOptions = {}): Place {
  const { program = udp, limit = 500 } = options;
  const all = { ...udp.options, ...datagramOptions };
  const flags = { ...defaultsOf(all), ...options.flags };
  const network = new MemoryNetwork();
  const clock = new VirtualClock();
  const codec = serverCodec(doors.udp.codec, flags.maxMessage);
  const listener = listenOn(network.port('room'), {
    clock,
    ...safeSecrets(),
    limit,
    burst: flags.burst,
    perHost: flags.maxPerHost,
  });
  const acceptor = new Acceptor({ limit }).at(listener.wires, wire => ({
    wire,
    codec,
    clock,
    role: 'callee',
  }));
  const keyboard = { push() {}, close() {} } as never;
  void program.serve(acceptor, { screen() {}, keyboard, clock, flags });
  onTestFinished(async () => {
    acceptor.drop();
    await listener.close();
  });
  return {
    clock,
    address: listener.address,
    port: () => network.port(),
    raw: address => new Raw(network.port(address), 'room'),
    pass: ms => pass(clock, ms),
    async stop() {
      const closed = listener.close();
      await acceptor.stop(program.goodbye);
      await closed;
    },
  };
}

/** Lets time go by, one timer after the other. */
export async function pass(clock: VirtualClock, ms: number): Promise<void> {
  const until = clock.now() + ms;
  while (clock.next !== undefined && clock.next <= until) {
    clock.step();
    await arrived();
  }
  clock.moveTo(until);
}

/** A datagram takes a task, its answer another: after a few, nothing is in transit. */
export async function arrived(tasks = 6): Promise<void> {
  for (let task = 0; task < tasks; task++)
    await new Promise(resolve => setImmediate(resolve));
}
