import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';

/** A socket, and the lines that come over it. No rules are kept here. */
export class Person {
  readonly socket: Socket;
  /** Settles when nothing is left of the link, however that came. */
  readonly closed: Promise<unknown>;
  hear = (_: string): void => {};
  #rest = '';

  constructor(socket: Socket) {
    this.socket = socket;
    const decoder = new StringDecoder();
    socket.on('error', () => {});
    socket.on('data', bytes => this.#read(decoder.write(bytes)));
    socket.on('end', () => socket.end());
    this.closed = new Promise(resolve => socket.once('close', resolve));
  }

  static async call(port: number): Promise<Person> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    await once(socket, 'connect');
    return new Person(socket);
  }

  says(words: string): boolean {
    return this.writes(`${words}\n`);
  }

  /** False: there is no space for more, or nobody to write to. */
  writes(bytes: string | Uint8Array): boolean {
    return this.socket.writable && this.socket.write(bytes);
  }

  /** Settles with the first line that fits, or when there will be none. */
  heard(pattern: RegExp): Promise<string | undefined> {
    const before = this.hear;
    return new Promise(resolve => {
      void this.closed.then(() => resolve(undefined));
      this.hear = line => {
        before(line);
        if (!pattern.test(line)) return;
        this.hear = before;
        resolve(line);
      };
    });
  }

  #read(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.hear(line);
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, ms));
