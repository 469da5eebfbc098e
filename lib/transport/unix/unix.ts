import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Clock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { streamOptions } from '../tcp/options.ts';
import { namedSocketWire } from '../tcp/socket-wire.ts';
import { accept, connectAt, type Listener } from '../tcp/tcp.ts';

export interface UnixOptions {
  readonly socket: string;
  readonly backlog?: number;
}

/**
 * The most bytes of a path: the size of `sun_path` without the NUL at its end. libuv truncates a
 * longer path silently.
 */
const longest = process.platform === 'darwin' ? 103 : 107;

/** What a server in this process knows about its callers. */
interface Place {
  count: number;
  /** Callers of this process that are not accepted yet, in order. */
  readonly calling: string[];
}

const places = new Map<string, Place>();

/** Our files and folders that still exist. */
const ours = new Set<string>();
let removes = false;

/** One listener serves all of them: Node warns of a leak if a process has more than ten. */
function removeAtExit(path: string): void {
  ours.add(path);
  if (removes) return;
  removes = true;
  process.once('exit', () => {
    for (const one of ours) rmSync(one, { recursive: true, force: true });
  });
}

let calls = 0;

/**
 * Listens at a path. A socket has no addresses, so callers are numbered. A file that a server left behind
 * when it was killed is replaced, and ours is removed when we close, or exit.
 */
export async function listenAt({
  socket: path,
  backlog = streamOptions.backlog.default,
}: UnixOptions): Promise<Listener> {
  checkLength(path);
  if (await isLeftBehind(path)) rmSync(path, { force: true });
  const place: Place = { count: 0, calling: [] };
  const listener = await accept({ path, backlog }, 0, socket => {
    const caller = place.calling.shift() ?? `unix:${++place.count}`;
    return namedSocketWire(socket, 'callee', { caller, callee: path });
  });
  places.set(path, place);
  removeAtExit(path);
  return {
    ...listener,
    close() {
      places.delete(path);
      ours.delete(path);
      return listener.close();
    },
  };
}

/**
 * Both ends have one name for a link if they are in one process: callers are accepted in the order in which
 * they call. Another process cannot know its number, so there a caller has the number of its process.
 */
export async function callAt(path: string, clock: Clock): Promise<Wire> {
  checkLength(path);
  const place = places.get(path);
  const caller = place ? `unix:${++place.count}` : `unix:${process.pid}.${++calls}`;
  place?.calling.push(caller);
  try {
    return await connectAt({ path }, clock, socket =>
      namedSocketWire(socket, 'caller', { caller, callee: path }),
    );
  } catch (error) {
    place?.calling.splice(place.calling.indexOf(caller), 1);
    throw error;
  }
}

/** Returns a new path, in a folder that is removed when the process exits. */
export function newPath(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'duplex-')), 'socket');
  removeAtExit(dirname(path));
  return path;
}

function checkLength(path: string): void {
  const size = Buffer.byteLength(path);
  if (size <= longest) return;
  throw new Error(
    `a socket's path has at most ${longest} bytes; this path has ${size}`,
  );
}

/** Whether it is the socket of a server that is gone. */
function isLeftBehind(path: string): Promise<boolean> {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSocket())
    return Promise.resolve(false);
  return new Promise(resolve => {
    const probe = connect({ path });
    probe.once('connect', () => {
      probe.destroy();
      resolve(false);
    });
    probe.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'ECONNREFUSED'),
    );
  });
}
