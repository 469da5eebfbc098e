import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { Queue } from '../../connection/queue.ts';
import type { Wire, WireEvents } from '../../connection/wire.ts';
import { type Decoder, websocket } from '../../framing/index.ts';
import { webSocketEndings } from '../memory/whole-close.ts';
import { linkOf, remoteOf } from '../tcp/endpoint.ts';
import { reset, writeAll } from '../tcp/socket-wire.ts';

/** Which end it is. All callees of a server share one, so that an idle link costs little memory. */
export interface WebSocketSide {
  readonly role: 'caller' | 'callee';
  /** Returns the code with which this end closes (RFC 6455, 7.4.1). It is called when the end closes. */
  readonly code?: () => number;
}

/** A WebSocket, and the socket under it. */
export interface WebSocketPair {
  readonly socket: Socket;
  readonly ws: WebSocket;
}

type Arrival = (events: WireEvents) => void;
type Wired = WebSocket & { [wireOf]?: WebSocketWire };

/** We accept only text: binary messages are "a type of data it cannot accept" (RFC 6455, 7.4.1). */
const [refusedBytes, noClose] = [1003, 1006];
const codec = websocket({ maxPayload: 0xffff_ffff });
const ignored = () => {};
const wireOf = Symbol('wire');
/** One object for all requests without a query, so that ten thousand idle links cost little memory. */
const noQuery = new URLSearchParams();

/**
 * An open WebSocket as a Wire. The bytes on it are whole text frames as lib/framing writes them, both
 * ways; ws handles masks, fragments, pings and closing, so they never appear here.
 *
 * There is no half-close (RFC 6455, 1.4): if one end closes, both directions are closed.
 */
export class WebSocketWire implements Wire {
  /** The query of its handshake: `?key=…`. */
  readonly query: URLSearchParams;
  readonly #side: WebSocketSide;
  readonly #socket: Socket;
  readonly #ws: WebSocket;
  /** Computed on demand, while the socket still knows its addresses. */
  #link: string | undefined;
  /** For a caller, whose frames ws must mask: splits what was written into messages again. */
  #cutting: Decoder<Uint8Array> | undefined;
  /** Made for the first event, so that an idle link has none. */
  #queue: Queue<Arrival> | undefined;
  #events: WireEvents | undefined;
  #paused = false;
  #dropped = false;
  #started = false;
  #reading = false;
  #waits = false;

  constructor({ ws, socket }: WebSocketPair, side: WebSocketSide, query = noQuery) {
    this.#socket = socket;
    this.#ws = ws;
    this.#side = side;
    this.query = query;
    ws.pause();
    (ws as Wired)[wireOf] = this;
    // ws has reported an error to the peer already. `close` follows.
    ws.on('message', onMessage).on('error', ignored).on('close', onClose);
  }

  get endings() {
    return webSocketEndings;
  }

  get link(): string {
    this.#link ??= linkOf(this.#socket, this.#side.role);
    return this.#link;
  }

  get address(): string {
    return remoteOf(this.#socket);
  }

  start(events: WireEvents): void {
    this.#started = true;
    process.nextTick(() => {
      this.#events = events;
      this.#read();
    });
    if (!this.#paused) this.#ws.resume();
  }

  get waiting(): number {
    return this.#socket.writableLength;
  }

  /**
   * A callee's frames go directly to the socket, because a room writes one buffer to all members. ws cannot
   * write between their bytes: it, too, writes whole frames, each in one write, as long as none is compressed.
   */
  write(...pieces: readonly Uint8Array[]): boolean {
    const [socket, ws] = [this.#socket, this.#ws];
    if (ws.readyState !== ws.OPEN || !socket.writable) return true;
    if (this.#side.role === 'callee') writeAll(socket, pieces);
    else this.#send(Buffer.concat(pieces));
    if (socket.writableNeedDrain) this.#waitForDrain();
    return !socket.writableNeedDrain;
  }

  end(): void {
    this.#ws.close(this.#side.code?.() ?? 1000);
  }

  destroy(): void {
    if (this.#dropped) return;
    this.#dropped = true;
    reset(this.#socket);
  }

  pause(): void {
    this.#paused = true;
    this.#ws.pause();
  }

  resume(): void {
    this.#paused = false;
    if (!this.#started) return;
    this.#ws.resume();
    process.nextTick(() => this.#read());
  }

  hear(payload: Buffer, isBinary: boolean): void {
    if (this.#dropped) return;
    if (isBinary) this.#refuseBytes();
    else this.#arrive(events => events.chunk(codec.encode(payload)));
  }

  #refuseBytes(): void {
    this.#ws.removeAllListeners('message');
    this.#ws.close(refusedBytes, 'text only');
  }

  /** Listens only while it has to wait, so that an idle link has no listener. */
  #waitForDrain(): void {
    if (this.#waits) return;
    this.#waits = true;
    this.#socket.once('drain', () => {
      this.#waits = false;
      if (!this.#dropped) this.#events?.drained();
    });
  }

  #send(frames: Uint8Array): void {
    this.#cutting ??= codec.decoder();
    this.#cutting.push(frames);
    for (let one = this.#cutting.read(); one; one = this.#cutting.read())
      this.#ws.send(one, { binary: false });
  }

  /** One chunk from the network can carry many messages: during a pause, those already in it wait here. */
  #arrive(arrival: Arrival): void {
    this.#queue ??= new Queue();
    this.#queue.push(arrival);
    this.#read();
  }

  close(code: number): void {
    if (this.#dropped) this.#queue = undefined;
    else if (code === noClose) this.#break();
    else this.#arrive(events => events.ended());
    this.#arrive(events => events.closed());
  }

  /** Handles a broken link: what was not read before is lost, and no pause holds the event back. */
  #break(): void {
    this.#queue = undefined;
    this.#paused = false;
    this.#arrive(events => events.reset());
  }

  #read(): void {
    if (this.#reading) return;
    this.#reading = true;
    while (this.#events !== undefined && (!this.#paused || this.#dropped)) {
      const next = this.#queue?.shift();
      if (next === undefined) break;
      next(this.#events);
    }
    this.#reading = false;
  }
}

// These serve all links, so that an idle one costs little memory.

function onMessage(this: Wired, payload: Buffer, isBinary: boolean): void {
  this[wireOf]?.hear(payload, isBinary);
}

function onClose(this: Wired, code: number): void {
  this[wireOf]?.close(code);
}
