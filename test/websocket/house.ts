import { onTestFinished } from 'vitest';
import { p2m } from '../../demos/p2m/program.ts';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { lines, text } from '../../lib/framing/index.ts';
import { framingAt } from '../../lib/scene/world/doors.ts';
import { serverCodec } from '../../lib/scene/world/flags.ts';
import { listen } from '../../lib/transport/tcp/tcp.ts';
import type { Site } from '../../lib/transport/web/site.ts';
import { listenWeb } from '../../lib/transport/web/web.ts';

interface Options {
  readonly limit?: number;
  readonly most?: number;
  readonly patience?: number;
  readonly site?: Site;
}

/** The room of p2m behind both doors, over real TCP. */
export async function house(options: Options = {}) {
  const clock = new VirtualClock();
  const flags = new Map<string, string>();
  const { limit = 500, ...more } = options;
  const tcp = await listen();
  const web = await listenWeb({
    paths: ['/room'],
    site: new Map([['/', { type: 'text/html', body: '<title>page</title>' }]]),
    ...more,
  });
  const acceptor = new Acceptor({ limit, full: '! Full' });
  for (const [door, { wires }] of [
    ['tcp', tcp],
    ['websocket', web],
  ] as const) {
    const framing = framingAt(door, maxPayload => text(lines({ maxPayload })));
    const codec = serverCodec(framing, flags);
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
  /** What happens next is announced at once. */
  const settle = () => clock.moveTo(clock.now() + 1_000);
  return { settle, port: portOf(web), tcpPort: portOf(tcp), acceptor, close };
}
