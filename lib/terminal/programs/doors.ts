import { realClock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Door } from '../../scene/world/doors.ts';
import { serverLimit } from '../../scene/world/flags.ts';
import type { Observe } from '../../trace/recorder.ts';
import { endpoint } from '../../transport/tcp/endpoint.ts';
import type { Listener, ListenOptions } from '../../transport/tcp/tcp.ts';
import { listen } from '../../transport/tcp/tcp.ts';
import { listenWeb } from '../../transport/web/web.ts';
import type { WebListener } from '../../transport/web/websocket.ts';
import type { Flags } from '../flags/arguments.ts';
import { RunError, UsageError } from '../flags/failure.ts';
import type { Demo, Web } from './demo.ts';

/** A way into a server that is open. */
export interface Entrance {
  readonly door: Door;
  readonly listener: Listener;
}

export interface Doors {
  readonly entrances: readonly Entrance[];
  /** Writes what the page shows of a link, where there is a page. */
  observer(wire: Wire): Observe | undefined;
}

/** Where members come in over WebSocket, and where a page gives and gets the record. */
const [roomPath, recordPath] = ['/room', '/record'];
/** Sockets beside those of members: whoever loads the page, or is told that there is no room. */
const spare = 100;

/** Opens a server's doors. Where there is a page, its door is the first, and `--port` is for it. */
export async function openDoors({ web, program }: Demo, flags: Flags): Promise<Doors> {
  const door = program.byDatagram ? await datagramDoor(flags) : listen;
  const tcp = (flag: string) => opened(flag, flags, door);
  if (web === undefined) {
    const listener = await tcp('port');
    return { entrances: [{ door: 'tcp', listener }], observer: () => undefined };
  }
  const port = flags.get('port');
  if (port !== '0' && port === flags.get('tcp-port'))
    throw new UsageError(`--port and --tcp-port are both ${port}: choose two`);
  const page = await openWeb(web, flags);
  const entrances: Entrance[] = [
    { door: 'websocket', listener: page },
    { door: 'tcp', listener: await tcp('tcp-port') },
  ];
  return { entrances, observer: web.watch(page.at(recordPath), realClock) };
}

async function datagramDoor(flags: Flags) {
  const { listenByDatagram } = await import('./datagrams.ts');
  return () => listenByDatagram(flags);
}

/** For people, where there is a page: what to do with the addresses. */
export function invitation(entrances: readonly Entrance[], flags: Flags): string[] {
  const at = (wanted: Door) =>
    entrances.find(({ door }) => door === wanted)?.listener.address;
  const [page, tcp] = [at('websocket'), at('tcp')];
  if (page === undefined) return [];
  const open = `open http://${page}`;
  if (flags.get('framing') !== 'lines') return [open];
  return [`${open}, or: nc ${tcp?.replace(/^\[?(.*?)\]?:(\d+)$/, '$1 $2')}`];
}

async function openWeb(web: Web, flags: Flags): Promise<WebListener> {
  const site = await web.site(serverLimit(flags));
  return opened('port', flags, options =>
    listenWeb({
      ...options,
      site,
      paths: [roomPath, recordPath],
      // Whoever says a little too much is to be told so by the room, and not only by a code.
      maxPayload: 4 * serverLimit(flags),
      most: 2 * Number(flags.get('max-connections')) + spare,
    }),
  );
}

async function opened<L>(
  portFlag: string,
  flags: Flags,
  open: (options: ListenOptions) => Promise<L>,
): Promise<L> {
  const host = flags.get('host') ?? '';
  const port = Number(flags.get(portFlag));
  const [backlog, seconds] = [flags.get('backlog'), flags.get('keep-alive')];
  try {
    return await open({
      host,
      port,
      backlog: Number(backlog),
      keepAlive: Number(seconds) * 1_000,
    });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const why = reasons(portFlag)[code] ?? message;
    throw new RunError(`cannot listen on ${endpoint(host, port)}: ${why}`);
  }
}

const reasons = (flag: string): Record<string, string> => ({
  EADDRINUSE: `another program does. Stop it, or choose --${flag} 0 for a free one`,
  EACCES: `ports below 1024 need rights. Choose a higher --${flag}`,
  EADDRNOTAVAIL: 'this machine has no such address. Choose another --host',
  ENOTFOUND: 'no such host. Choose another --host',
});
