import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { Queue } from '../../connection/queue.ts';
import type { Wire, WireEvents } from '../../connection/wire.ts';
import { type Decoder, websocket } from '../../framing/index.ts';
import { webSocketEndings } from '../memory/whole-close.ts';
import { linkOf, remoteOf } from '../tcp/endpoint.ts';
import { reset, writeAll } from '../tcp/socket-wire.ts';

export interface WebSocketEnd {
  readonly role: 'caller' | 'callee';
  readonly socket: Socket;
  readonly ws: WebSocket;
  /** Returns the code with which this end closes (RFC 6455, 7.4.1). It is called when the end closes. */
  readonly code?: () => number;
}

type Arrival = (events: WireEvents) => void;

/** We accept only text: binary messages are "a type of data it cannot accept" (RFC 6455, 7.4.1). */
const refusedBytes = 1003;
const noClose = 1006;
const codec = websocket({ maxPayload: 0xffff_ffff });
const ignored = () => {};

/**
 * An open WebSocket as a Wire. The bytes on it are whole text frames as lib/framing writes them, both
 * ways; ws handles masks, fragments, pings and closing, so they never appear here.
 *
 * There is no half-close (RFC 6455, 1.4): if one end closes, both directions are closed.
 */
export class WebSocketWire implements Wire {
  readonly endings = webSocketEndings;
  readonly #end: WebSocketEnd;
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

  constructor(end: WebSocketEnd) {
    const { ws, socket } = end;
    this.#end = end;
    ws.pause();
    ws.on('message', (payload: Buffer, isBinary) => {
      if (this.#dropped) return;
      if (isBinary) this.#refuseBytes();
      else this.#arrive(events => events.chunk(codec.encode(payload)));
    });
    // ws has reported the error to the peer already. `close` follows.
    ws.on('error', ignored);
    ws.on('close', code => this.#close(code));
    socket.on('drain', () => {
      if (!this.#dropped) this.#events?.drained();
    });
  }

  get link(): string {
    this.#link ??= linkOf(this.#end.socket, this.#end.role);
    return this.#link;
  }

  get address(): string {
    return remoteOf(this.#end.socket);
  }

  start(events: WireEvents): void {
    this.#started = true;
    process.nextTick(() => {
      this.#events = events;
      this.#read();
    });
    if (!this.#paused) this.#end.ws.resume();
  }

  get waiting(): number {
    return this.#end.socket.writableLength;
  }

  /**
   * A callee's frames go directly to the socket, because a room writes one buffer to all members. ws cannot
   * write between their bytes: it, too, writes whole frames, each in one write, as long as none is compressed.
   */
  write(...pieces: readonly Uint8Array[]): boolean {
    const { role, socket, ws } = this.#end;
    if (ws.readyState !== ws.OPEN || !socket.writable) return true;
    if (role === 'callee') return writeAll(socket, pieces);
    this.#send(Buffer.concat(pieces));
    return !socket.writableNeedDrain;
  }

  end(): void {
    this.#end.ws.close(this.#end.code?.() ?? 1000);
  }

  destroy(): void {
    if (this.#dropped) return;
    this.#dropped = true;
    reset(this.#end.socket);
  }

  pause(): void {
    this.#paused = true;
    this.#end.ws.pause();
  }

  resume(): void {
    this.#paused = false;
    if (!this.#started) return;
    this.#end.ws.resume();
    process.nextTick(() => this.#read());
  }

  #refuseBytes(): void {
    const { ws } = this.#end;
    ws.removeAllListeners('message');
    ws.close(refusedBytes, 'text only');
  }

  #send(frames: Uint8Array): void {
    this.#cutting ??= codec.decoder();
    this.#cutting.push(frames);
    for (let one = this.#cutting.read(); one; one = this.#cutting.read())
      this.#end.ws.send(one, { binary: false });
  }

  /** One chunk from the network can carry many messages: during a pause, those already in it wait here. */
  #arrive(arrival: Arrival): void {
    this.#queue ??= new Queue();
    this.#queue.push(arrival);
    this.#read();
  }

  #close(code: number): void {
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
