import type { Socket } from 'node:net';
import type { Wire, WireEvents } from '../../connection/wire.ts';
import { linkOf, remoteOf } from './endpoint.ts';

/**
 * A connected, paused or unread socket as a Wire. It listens to `error` from the first moment: a reset
 * that comes before the first read would end the process. Events before `start` are reported after it.
 */
export function socketWire(socket: Socket, role: 'caller' | 'callee'): Wire {
  return new SocketWire(socket, role);
}

/** The same for a socket without addresses. */
export function namedSocketWire(
  socket: Socket,
  role: 'caller' | 'callee',
  ends: SocketEnds,
): Wire {
  return new SocketWire(socket, role, ends);
}

/** The names of the two ends of a socket without addresses. */
export interface SocketEnds {
  readonly caller: string;
  readonly callee: string;
}

type Event = (events: WireEvents) => void;
type Wired = Socket & { [wireOf]?: SocketWire };

const none: readonly Event[] = [];
const wireOf = Symbol('wire');

/** A class without a closure per socket, so that ten thousand idle links cost little memory. */
class SocketWire implements Wire {
  readonly #role: 'caller' | 'callee';
  /** Computed on demand, while the socket still knows its addresses. */
  #link: string | undefined;
  readonly #socket: Socket;
  readonly #ends: SocketEnds | undefined;
  #events: WireEvents | undefined;
  #early: readonly Event[] = none;
  #started = false;
  #paused = false;
  #dropped = false;

  constructor(socket: Socket, role: 'caller' | 'callee', ends?: SocketEnds) {
    this.#socket = socket;
    this.#ends = ends;
    this.#role = role;
    socket.pause();
    (socket as Wired)[wireOf] = this;
    socket.on('data', onData).on('drain', onDrain).on('end', onEnd);
    socket.on('error', onError).on('close', onClose);
  }

  get link(): string {
    this.#link ??= this.#ends
      ? `${this.#ends.caller}>${this.#ends.callee}`
      : linkOf(this.#socket, this.#role);
    return this.#link;
  }

  get address(): string {
    if (this.#ends === undefined) return remoteOf(this.#socket);
    return this.#role === 'caller' ? this.#ends.callee : this.#ends.caller;
  }

  start(events: WireEvents): void {
    this.#started = true;
    process.nextTick(() => {
      this.#events = events;
      for (const event of this.#early) event(events);
      this.#early = none;
    });
    if (!this.#paused) this.#socket.resume();
  }

  get waiting(): number {
    return this.#socket.writableLength;
  }

  write(...pieces: readonly Uint8Array[]): boolean {
    return !this.#socket.writable || writeAll(this.#socket, pieces);
  }

  end(): void {
    this.#socket.end();
  }

  destroy(): void {
    if (this.#dropped) return;
    this.#dropped = true;
    // Only TCP can reset. A Unix-domain socket just closes, and the system then reports an error to
    // a peer that writes.
    if (this.#ends) this.#socket.destroy();
    else reset(this.#socket);
  }

  pause(): void {
    this.#paused = true;
    this.#socket.pause();
  }

  resume(): void {
    this.#paused = false;
    if (this.#started) this.#socket.resume();
  }

  /** Handles an event. Once we have dropped the link, only `closed` is reported. */
  hear(event: Event): void {
    if (!this.#dropped) this.tell(event);
  }

  tell(event: Event): void {
    if (this.#events !== undefined) event(this.#events);
    else this.#early = [...this.#early, event];
  }
}

function onData(this: Wired, bytes: Uint8Array): void {
  this[wireOf]?.hear(events => events.chunk(bytes));
}

function onDrain(this: Wired): void {
  this[wireOf]?.hear(events => events.drained());
}

function onEnd(this: Wired): void {
  unlessReset(this, () => this[wireOf]?.hear(events => events.ended()));
}

function onError(this: Wired): void {
  this[wireOf]?.hear(events => events.reset());
}

function onClose(this: Wired): void {
  this[wireOf]?.tell(events => events.closed());
}

/** Writes several pieces with one system call. */
export function writeAll(socket: Socket, pieces: readonly Uint8Array[]): boolean {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return socket.write(only);
  socket.cork();
  let space = true;
  for (const piece of pieces) space = socket.write(piece);
  socket.uncork();
  return space;
}

/**
 * A reset may follow directly after unread bytes: libuv reads them, sees that both directions are
 * shut, and reports an end. An empty write tells the difference, because on a reset link it fails.
 * If words still wait to be written, they fail in the same way; after our own FIN nothing can tell.
 */
function unlessReset(socket: Socket, ended: () => void): void {
  if (!socket.writable || socket.writableLength > 0) ended();
  else
    socket.write('', error => {
      if (!error) ended();
    });
}

/**
 * While a FIN is being handed to the kernel, libuv refuses to reset (EINVAL), and Node then leaks the
 * socket: no `close` ever comes. It takes a tick at most.
 */
export function reset(socket: Socket): void {
  const ending = socket.writableEnded && !socket.writableFinished;
  if (ending && socket.writableLength === 0)
    socket.once('finish', () => socket.resetAndDestroy());
  else socket.resetAndDestroy();
}
