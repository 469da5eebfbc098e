// A load for servers that have no one order for all: bytes are counted, and not compared.

import type { Socket } from 'node:net';
import type { Case } from './cases.ts';
import { opened, sleep } from './crowd.ts';
import type { Delivered } from './load.ts';
import { type Speech, speechOf } from './speech.ts';

type Talking = Pick<Case, 'members' | 'senders' | 'window' | 'messages' | 'size'>;

interface Ear {
  readonly socket: Socket;
  heard: number;
}

const nameOf = (index: number) => `m${String(index).padStart(4, '0')}`;

/** The members of a case, all inside. */
export class Crowd {
  readonly #speech: Speech;
  readonly #ears: Ear[] = [];
  readonly #mouths: Socket[] = [];
  readonly #inside: Promise<unknown>[] = [];
  #wake = () => {};

  /** `ports`: of the server's nodes, among which the members are spread. */
  static async join(
    ports: readonly number[],
    server: string,
    { members, senders }: Talking,
  ) {
    const crowd = new Crowd(speechOf(server));
    const portOf = (index: number) => ports[index % ports.length] as number;
    for (let index = 0; index < members; index++)
      await crowd.#enter(portOf(index), index);
    await Promise.all(crowd.#inside);
    for (let index = 0; index < senders; index++) {
      const { socket } = crowd.#ears[index] as Ear;
      const mouth = crowd.#speech.apart ? await opened(portOf(index)) : socket;
      crowd.#mouths.push(mouth);
    }
    for (const mouth of crowd.#mouths) mouth.on('error', () => {}).resume();
    await sleep(300);
    return crowd;
  }

  private constructor(speech: Speech) {
    this.#speech = speech;
  }

  /** `patience`: milliseconds without a byte, after which what is missing is lost. */
  async talk(one: Talking, patience = 10_000): Promise<Delivered> {
    const { senders, window, messages, size = 128 } = one;
    const words = 'x'.repeat(size);
    const frame = this.#speech.hears(nameOf(0), words).length;
    const own = this.#speech.apart ? 0 : messages;
    const wanted = (index: number) =>
      frame * (senders * messages - (index < senders ? own : 0));
    for (const ear of this.#ears) ear.heard = 0;
    const listeners = this.#ears.slice(senders);
    const began = performance.now();
    for (let sent = 0; this.#ears.some(({ heard }, index) => heard < wanted(index)); ) {
      const slowest = Math.min(...listeners.map(({ heard }) => heard));
      const upTo = Math.min(messages, Math.floor(slowest / frame / senders) + window);
      const more = this.#speech.says(words).repeat(Math.max(0, upTo - sent));
      if (more !== '') for (const mouth of this.#mouths) mouth.write(more, 'latin1');
      sent = Math.max(sent, upTo);
      await this.#more(patience);
    }
    const seconds = (performance.now() - began) / 1_000;
    const all = this.#ears.reduce((sum, _, index) => sum + wanted(index) / frame, 0);
    return { deliveries: all, seconds };
  }

  #more(patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('bytes did not come')), patience);
      this.#wake = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  async leave(): Promise<void> {
    for (const { socket } of this.#ears) socket.destroy();
    for (const mouth of this.#mouths) mouth.destroy();
    await sleep(300);
  }

  async #enter(port: number, index: number): Promise<void> {
    const socket = await opened(port);
    const ear: Ear = { socket, heard: 0 };
    const { welcome } = this.#speech;
    if (welcome !== undefined) this.#inside.push(hears(socket, welcome));
    socket
      .on('error', () => {})
      .on('data', (chunk: Buffer) => {
        const { answer } = this.#speech;
        const asked = answer !== undefined && chunk.includes(answer.to);
        if (asked) socket.write(answer.says, 'latin1');
        ear.heard += chunk.length - (asked ? answer.to.length : 0);
        setImmediate(() => this.#wake());
      });
    socket.write(this.#speech.joins(nameOf(index)), 'latin1');
    this.#ears.push(ear);
  }
}

/** Settles when the words have come: a busy server may need a while. */
function hears(socket: Socket, words: string): Promise<void> {
  return new Promise(resolve => {
    let heard = '';
    const listen = (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      if (!heard.includes(words)) return;
      socket.off('data', listen);
      resolve();
    };
    socket.on('data', listen);
  });
}
