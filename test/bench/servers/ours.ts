// The room as it is, over real TCP. Only its limits are raised: who may come, and how long a name takes.

import { p2m } from '../../../demos/p2m/demo.ts';
import { Acceptor } from '../../../lib/connection/acceptor.ts';
import { realClock } from '../../../lib/connection/clock.ts';
import { serverCodec } from '../../../lib/connection/codecs.ts';
import { Queue } from '../../../lib/connection/queue.ts';
import { lines, text } from '../../../lib/framing/index.ts';
import { defaultsOf } from '../../../lib/options/option.ts';
import { listen } from '../../../lib/transport/tcp/tcp.ts';
import { ready } from './measured.ts';

const flags = { ...defaultsOf(p2m.options), maxMessage: 4_096, nameTime: 3_600 };
const codec = serverCodec(maxPayload => text(lines({ maxPayload })), flags.maxMessage);
const listener = await listen({ backlog: 4_096 });
const acceptor = new Acceptor({ limit: 100_000 }).at(listener.wires, wire => ({
  wire,
  codec,
  clock: realClock,
  role: 'callee',
}));
const screen = () => {};
const stage = { screen, keyboard: new Queue<string>(), clock: realClock, flags };
ready(Number(listener.address.split(':').at(-1)));
await p2m.serve(acceptor, stage);
