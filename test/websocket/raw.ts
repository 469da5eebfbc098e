import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A TCP socket that says what no browser would. */
export class Raw {
  readonly socket: Socket;
  /** Everything that came, each byte a character. */
  heard = '';
  over = false;
  #changed = () => {};

  static async open(port: number): Promise<Raw> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    await once(socket, 'connect');
    return new Raw(socket);
  }

  private constructor(socket: Socket) {
    this.socket = socket;
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => {});
    socket.on('data', bytes => {
      this.heard += bytes.toString('latin1');
      this.#changed();
    });
    for (const event of ['end', 'close'])
      socket.on(event, () => {
        this.over = true;
        this.#changed();
      });
  }

  async until(wanted: string | RegExp): Promise<void> {
    const found = () =>
      typeof wanted === 'string'
        ? this.heard.includes(wanted)
        : wanted.test(this.heard);
    while (!found()) {
      if (this.over) throw new Error(`Cannot hear ${wanted}, only: ${this.heard}`);
      await this.#change();
    }
  }

  /** All that was said until the other side ended. */
  async all(): Promise<string> {
    while (!this.over) await this.#change();
    return this.heard;
  }

  #change(): Promise<void> {
    return new Promise(resolve => {
      this.#changed = resolve;
    });
  }
}

export interface Handshake {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request to talk, as a program writes it; browsers add an Origin. */
export function request(
  port: number,
  { path = '/room', headers = {} }: Handshake = {},
) {
  const all = {
    Host: `127.0.0.1:${port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** The answer to a request, its first line. */
export async function answer(port: number, asked: string): Promise<string> {
  const raw = await Raw.open(port);
  raw.socket.write(asked);
  await raw.until('\r\n\r\n');
  return raw.heard.split('\r\n')[0] ?? '';
}

/** Through the handshake. */
export async function handshaken(port: number): Promise<Raw> {
  const raw = await Raw.open(port);
  raw.socket.write(request(port));
  await raw.until('\r\n\r\n');
  raw.heard = raw.heard.slice(raw.heard.indexOf('\r\n\r\n') + 4);
  return raw;
}

/** A frame as a client sends it: masked, here with zeros, which change nothing. */
export function frame(first: number, payload: string | Uint8Array = ''): Buffer {
  const bytes = Buffer.from(payload);
  const head =
    bytes.length < 126
      ? Buffer.from([first, 0x80 | bytes.length])
      : Buffer.from([first, 0xfe, bytes.length >> 8, bytes.length & 0xff]);
  return Buffer.concat([head, Buffer.alloc(4), bytes]);
}

export const [text, binary, close, ping] = [0x81, 0x82, 0x88, 0x89];

/** A Close from the server with this code. */
export const closing = (code: number): RegExp =>
  new RegExp(
    `\\x88[\\x02-\\x7d]${String.fromCharCode(code >> 8)}${String.fromCharCode(code & 0xff).replace(/[\\^$.*+?()[\]{}|]/, '\\$&')}`,
    's',
  );
