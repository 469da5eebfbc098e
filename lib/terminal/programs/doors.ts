import { realClock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { flagOf } from '../../options/option.ts';
import { UsageError } from '../../options/usage-error.ts';
import { mainDoor } from '../../scene/world/program.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { Door, Entrance } from '../../transport/door.ts';
import { doorChosen, doors } from '../../transport/doors.ts';
import { faultsOf } from '../../transport/faults/options.ts';
import type { Listener } from '../../transport/tcp/tcp.ts';
import { RunError } from '../flags/failure.ts';
import type { ServerChosen } from '../flags/options.ts';
import type { Demo, Web } from './demo.ts';

/** A way into a server that is open. */
export interface OpenDoor {
  readonly door: Door;
  readonly listener: Listener & Partial<Entrance>;
}

export interface OpenDoors {
  readonly open: readonly OpenDoor[];
  /** Writes what the page shows of a link, where there is a page. */
  observer(wire: Wire): Observe | undefined;
}

/** Where members come in over WebSocket, and where a page gives and gets the record. */
const [roomPath, recordPath] = ['/room', '/record'];
/** Sockets beside those of members: whoever loads the page, or is told that there is no room. */
const spare = 100;

/** Opens a server's doors. Where there is a page, its door is the first, and `--port` is for it. */
export async function openDoors(demo: Demo, chosen: ServerChosen): Promise<OpenDoors> {
  const { web } = demo;
  const door = doorChosen(mainDoor(demo), chosen);
  const link = { clock: realClock, faults: faultsOf(chosen) };
  const { listen } = await door.network();
  const main = (port: 'port' | 'tcpPort') =>
    opened(door, port, chosen, at => listen(at, link));
  if (web === undefined) {
    const listener = await main('port');
    return { open: [{ door, listener }], observer: () => undefined };
  }
  const { port, tcpPort } = chosen;
  if (door === mainDoor(demo) && port !== 0 && port === tcpPort)
    throw new UsageError(`--port and --tcp-port are both ${port}: choose two`);
  const page = await openPage(web, chosen);
  const open = [
    { door: doors.websocket, listener: page },
    { door, listener: await main('tcpPort') },
  ];
  return { open, observer: web.watch(page.atPath(recordPath), realClock) };
}

async function openPage(web: Web, chosen: ServerChosen) {
  const { listen } = await doors.websocket.network();
  const site = await web.site(chosen.maxMessage);
  return opened(doors.websocket, 'port', chosen, at =>
    listen({
      ...at,
      site,
      paths: [roomPath, recordPath],
      // Whoever says a little too much is to be told so by the room, and not only by a code.
      maxPayload: 4 * chosen.maxMessage,
      most: 2 * chosen.maxConnections + spare,
    }),
  );
}

/** `name`: the flag that says at which port. */
async function opened<L>(
  door: Door,
  name: 'port' | 'tcpPort',
  chosen: ServerChosen,
  open: (at: ServerChosen) => Promise<L>,
): Promise<L> {
  const at = { ...chosen, port: Number(chosen[name]) };
  try {
    return await open(at);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const why = door.remedy(code, flagOf(name)) ?? message;
    throw new RunError(`cannot listen on ${door.where(at)}: ${why}`);
  }
}
