import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Test } from '../demos/program.ts';

/** A member of a large test: it keeps what others say, and nothing else. */
export class Crowd {
  readonly heard: string[] = [];
  readonly #socket: Socket;
  #rest = '';
  #wake = () => {};
  #welcomed = () => {};

  static async enter(test: Test, port: number, name: string): Promise<Crowd> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    test.onTestFinished(() => void socket.destroy());
    const one = new Crowd(socket);
    socket.write(`${name}\n`);
    await new Promise<void>(resolve => {
      one.#welcomed = resolve;
    });
    return one;
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.setEncoding('utf8').on('data', text => this.#add(String(text)));
  }

  /** Says many lines as fast as the server takes them. */
  async says(count: number): Promise<void> {
    for (let nth = 1; nth <= count; nth++) {
      if (!this.#socket.write(`${nth}\n`)) await once(this.#socket, 'drain');
    }
  }

  async until(count: number): Promise<readonly string[]> {
    while (this.heard.length < count)
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    return this.heard;
  }

  #add(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('[')) this.heard.push(line);
      else if (line.startsWith('* In the room')) this.#welcomed();
    }
    this.#wake();
  }
}
