import { p2m } from '../../demos/p2m/demo.ts';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { realClock } from '../../lib/connection/clock.ts';
import { byLines, serverCodec } from '../../lib/connection/codecs.ts';
import { Queue } from '../../lib/connection/queue.ts';
import { readOptions } from '../../lib/options/read.ts';
import { streamOptions } from '../../lib/transport/tcp/options.ts';
import { listen } from '../../lib/transport/tcp/tcp.ts';

/** The room of demos/p2m over TCP, as its command runs it. */
export async function open(fanOut: string) {
  const words = ['--fan-out', fanOut];
  const flags = readOptions(words, { ...p2m.options, ...streamOptions });
  const codec = serverCodec(byLines, flags.maxMessage);
  const listener = await listen();
  const acceptor = new Acceptor({ limit: 10 }).at(listener.wires, wire => ({
    wire,
    codec,
    clock: realClock,
    role: 'callee',
  }));
  const stage = { screen() {}, keyboard: new Queue<string>(), clock: realClock, flags };
  void p2m.serve(acceptor, stage);
  return {
    port: Number(listener.address.split(':').at(-1)),
    stop() {
      void listener.close();
      acceptor.drop();
    },
  };
}
