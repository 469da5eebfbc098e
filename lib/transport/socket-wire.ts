import type { Socket } from 'node:net';
import type { Wire, WireEvents } from '../connection/index.ts';

type Event = (events: WireEvents) => void;

/**
 * A connected, paused or unread socket as a Wire. It listens to `error` from the first moment: a reset
 * that comes before the first read would end the process. What comes before `start` is told after it.
 */
export function socketWire(socket: Socket, address: string, link: string): Wire {
  const early: Event[] = [];
  let tell = (event: Event): void => void early.push(event);
  let started = false;
  let paused = false;
  let dropped = false;
  const hear = (event: Event) => {
    if (!dropped) tell(event);
  };
  socket.pause();
  socket.on('drain', () => hear(events => events.drained()));
  socket.on('end', () => unlessReset(socket, () => hear(events => events.ended())));
  socket.on('error', () => hear(events => events.reset()));
  socket.on('close', () => tell(events => events.closed()));
  return {
    link,
    address,
    start(events) {
      started = true;
      process.nextTick(() => {
        tell = event => event(events);
        for (const event of early) event(events);
      });
      socket.on('data', bytes => hear(() => events.chunk(bytes)));
      if (!paused) socket.resume();
    },
    get waiting() {
      return socket.writableLength;
    },
    write: (...pieces) => !socket.writable || writeAll(socket, pieces),
    end: () => void socket.end(),
    destroy() {
      if (dropped) return;
      dropped = true;
      reset(socket);
    },
    pause() {
      paused = true;
      socket.pause();
    },
    resume() {
      paused = false;
      if (started) socket.resume();
    },
  };
}

/** Several pieces are one system call. */
function writeAll(socket: Socket, pieces: readonly Uint8Array[]): boolean {
  if (pieces.length > 1) socket.cork();
  let space = true;
  for (const piece of pieces) space = socket.write(piece);
  if (pieces.length > 1) socket.uncork();
  return space;
}

/**
 * A reset right behind unread bytes: libuv reads them, sees that both directions are shut, and reports
 * an end. An empty write tells the difference, for on a reset link it fails. Where words still wait to
 * be written they will tell; after our own FIN nothing can.
 */
function unlessReset(socket: Socket, ended: () => void): void {
  if (!socket.writable || socket.writableLength > 0) ended();
  else
    socket.write('', error => {
      if (!error) ended();
    });
}

/**
 * While a FIN is on its way into the kernel libuv refuses to reset (EINVAL), and Node then leaks the
 * socket: no `close` ever comes. It takes a tick at most.
 */
function reset(socket: Socket): void {
  const ending = socket.writableEnded && !socket.writableFinished;
  if (ending && socket.writableLength === 0)
    socket.once('finish', () => socket.resetAndDestroy());
  else socket.resetAndDestroy();
}
