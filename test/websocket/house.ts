import { onTestFinished } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { byLines, serverCodec } from '../../lib/connection/codecs.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { defaultsOf } from '../../lib/options/option.ts';
import { codecAt } from '../../lib/transport/doors.ts';
import { listen } from '../../lib/transport/tcp/tcp.ts';
import type { Site } from '../../lib/transport/web/site.ts';
import { listenWebSocket } from '../../lib/transport/web/websocket.ts';

interface Options {
  readonly limit?: number;
  readonly most?: number;
  readonly patience?: number;
  readonly site?: Site;
}

/** The room of p2m behind both doors, over real TCP. */
export async function house(options: Options = {}) {
  const clock = new VirtualClock();
  const flags = { ...defaultsOf(p2m.options), maxMessage: 4_096 };
  const { limit = 500, ...more } = options;
  const tcp = await listen();
  const web = await listenWebSocket({
    paths: ['/room'],
    site: new Map([['/', { type: 'text/html', body: '<title>page</title>' }]]),
    ...more,
  });
  const acceptor = new Acceptor({ limit, full: '! Full' });
  for (const [door, { wires }] of [
    ['tcp', tcp],
    ['websocket', web],
  ] as const) {
    const codec = serverCodec(codecAt(door, byLines), flags.maxMessage);
    acceptor.at(wires, wire => ({ wire, codec, clock, role: 'callee' }));
  }
  const stage = { screen() {}, keyboard: [] as never, clock, flags };
  const serving = p2m.serve(acceptor, stage);
  const close = () => Promise.all([tcp.close(), web.close(), serving]);
  onTestFinished(async () => {
    const closed = close();
    acceptor.drop();
    await closed;
  });
  const portOf = ({ address }: { address: string }) =>
    Number(address.split(':').at(-1));
  /** What happens next is announced immediately. */
  const settle = () => clock.moveTo(clock.now() + 1_000);
  return { settle, port: portOf(web), tcpPort: portOf(tcp), acceptor, close };
}
