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

/** An open way into a server. */
export interface OpenDoor {
  readonly door: Door;
  readonly listener: Listener & Partial<Entrance>;
}

export interface OpenDoors {
  readonly open: readonly OpenDoor[];
  /** Returns the observer that shows a link on the page; `undefined` without a page. */
  observer(wire: Wire): Observe | undefined;
}

/** The path where members join over WebSocket, and the path where a page sends and receives the record. */
export const roomPath = '/room';
const recordPath = '/record';
/**
 * How many sockets there may be besides those of members: browsers that load the page, or are told
 * that the room is full.
 */
const spare = 100;

/** A flag that says at which port a door is. */
type PortFlag = 'port' | 'tcpPort' | 'pagePort';

/** The flags for the page, and for the other door. */
const flagsOf = ({ page }: Demo): { page: PortFlag; main: PortFlag } =>
  page?.at === 'port'
    ? { page: 'port', main: 'tcpPort' }
    : { page: 'pagePort', main: 'port' };

/** Opens a server's doors: first the one that `--port` is for. */
export async function openDoors(demo: Demo, chosen: ServerChosen): Promise<OpenDoors> {
  const flags = flagsOf(demo);
  const wanted = chosen[flags.page] === undefined ? undefined : demo.page;
  const web = await wanted?.load();
  const door = doorChosen(mainDoor(demo), chosen);
  const main = () => openMain(door, flags.main, chosen);
  if (web === undefined)
    return { open: [{ door, listener: await main() }], observer: () => undefined };
  if (door === mainDoor(demo)) areTwo(flags, chosen);
  const page = await openPage(web, flags.page, chosen);
  const both = [
    { door: doors.websocket, listener: page },
    { door, listener: await main() },
  ];
  return {
    open: flags.page === 'port' ? both : both.reverse(),
    observer: web.watch(page.atPath(recordPath), realClock),
  };
}

function areTwo(
  { page, main }: ReturnType<typeof flagsOf>,
  chosen: ServerChosen,
): void {
  const port = chosen[page];
  if (port === 0 || port !== chosen[main]) return;
  throw new UsageError(
    `${flagOf(page)} and ${flagOf(main)} are both ${port}: choose two different ports`,
  );
}

async function openMain(door: Door, flag: PortFlag, chosen: ServerChosen) {
  const link = { clock: realClock, faults: faultsOf(chosen) };
  const { listen } = await door.network();
  return opened(door, flag, chosen, at => listen(at, link));
}

async function openPage(web: Web, flag: PortFlag, chosen: ServerChosen) {
  const { listen } = await doors.websocket.network();
  const site = await web.site(chosen.maxMessage);
  return opened(doors.websocket, flag, chosen, at =>
    listen({
      ...at,
      site,
      paths: [roomPath, recordPath],
      // If a message is only a little too long, the room says so in words: a close code alone would
      // not explain it.
      maxPayload: 4 * chosen.maxMessage,
      most: 2 * chosen.maxConnections + spare,
    }),
  );
}

/** Opens one door. `name`: the flag that says at which port. */
async function opened<L>(
  door: Door,
  name: PortFlag,
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
