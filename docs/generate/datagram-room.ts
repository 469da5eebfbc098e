import { udp } from '../../demos/udp/demo.ts';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { serverCodec } from '../../lib/connection/codecs.ts';
import { Queue } from '../../lib/connection/queue.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { defaultsOf } from '../../lib/options/option.ts';
import { doors } from '../../lib/transport/doors.ts';
import { MemoryNetwork } from '../../lib/transport/memory/memory-port.ts';
import { listenOn } from '../../lib/transport/udp/datagram-listener.ts';
import { datagramOptions } from '../../lib/transport/udp/options.ts';
import type { Port } from '../../lib/transport/udp/port.ts';
import { tasks } from './tasks.ts';

type Listening = Parameters<typeof listenOn>[1];

/** The room of `demo:udp` in memory and in virtual time, for pages that show what goes over the wire. */
export function datagramRoom(options: Omit<Listening, 'clock'>) {
  const clock = new VirtualClock();
  const network = new MemoryNetwork();
  const flags = defaultsOf({ ...udp.options, ...datagramOptions });
  const codec = serverCodec(doors.udp.codec, flags.maxMessage);
  const listener = listenOn(network.port('room'), { clock, ...options });
  const acceptor = new Acceptor({ limit: Number.POSITIVE_INFINITY }).at(
    listener.wires,
    wire => ({ wire, codec, clock, role: 'callee' }),
  );
  void udp.serve(acceptor, { screen() {}, keyboard: new Queue(), clock, flags });
  return {
    clock,
    port: () => network.port(),
    async pass(ms: number): Promise<void> {
      const until = clock.now() + ms;
      while (clock.next !== undefined && clock.next <= until) {
        clock.step();
        await tasks();
      }
      clock.moveTo(until);
    },
    async stop(): Promise<void> {
      acceptor.drop();
      await listener.close();
    },
  };
}

export type DatagramRoom = ReturnType<typeof datagramRoom>;

/** A person with only a socket, who counts bytes. */
export class Hand {
  sent = 0;
  got = 0;
  /** The datagrams that have arrived, without their LF. */
  readonly heard: string[] = [];
  readonly #port: Port;

  constructor(port: Port) {
    this.#port = port;
    port.start(bytes => {
      this.got += bytes.length;
      this.heard.push(Buffer.from(bytes).toString().trimEnd());
    });
  }

  async types(line: string): Promise<void> {
    this.sent += Buffer.byteLength(line);
    this.#port.send(Buffer.from(line), 'room');
    await tasks();
  }

  /** Returns the second word of the first datagram that begins with `is`. */
  told(is: string): string {
    return this.heard.find(word => word.startsWith(`${is} `))?.split(' ')[1] ?? '';
  }

  async joins(name: string): Promise<string> {
    await this.types('hello 2, may I come in, please?');
    const token = this.told('token');
    await this.types(`join ${token} ${name}`);
    return token;
  }

  /** Starts to count again. */
  forgets(): void {
    [this.sent, this.got] = [0, 0];
  }
}
