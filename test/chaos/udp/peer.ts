import type { Port } from '../../../lib/transport/udp/port.ts';
import type { World } from './world.ts';

/** How often, and how many milliseconds apart, a datagram of the handshake is sent. */
const tries = 6;
const apart = 500;

export const hello = 'hello 2, may I come in, please?\n';

/** `! Taken: eve is here already` is `! Taken`. */
export const reasonOf = (answer: string): string => answer.replace(/:.*/, '');

/**
 * A socket that says what docs/protocol.md says, or anything else. No rules are kept here, but for
 * one: what the room asks is answered. What comes in its talk is told without the name of the talk,
 * and without marks.
 */
export class Peer {
  hear = (_: string): void => {};
  /** The talk that it is in, and the mark that came last. */
  talk = '00000000';
  mark = 'none';
  /** How many messages it has said. */
  said = 0;
  /** Bytes, both ways, as long as it has not proved its address. */
  sent = 0;
  got = 0;
  readonly world: World;
  readonly #waiting = new Set<(word: string) => void>();
  readonly #port: Port;
  readonly #room: string;
  #proved = false;

  static async open(world: World, room: string): Promise<Peer> {
    return new Peer(world, await world.port(), room);
  }

  private constructor(world: World, port: Port, room: string) {
    this.world = world;
    this.#port = port;
    this.#room = room;
    port.start(bytes => {
      if (!this.#proved) this.got += bytes.length;
      const word = this.#own(Buffer.from(bytes).toString().replace(/\n$/, ''));
      for (const look of [this.hear, ...this.#waiting]) look(word);
    });
  }

  writes(bytes: string | Uint8Array): void {
    const datagram = Buffer.from(bytes);
    if (!this.#proved) this.sent += datagram.length;
    this.#port.send(datagram, this.#room);
  }

  get address(): string {
    return this.#port.address;
  }

  says(words: string | Uint8Array): void {
    const head = Buffer.from(`say ${this.talk} ${++this.said} `);
    this.writes(Buffer.concat([head, Buffer.from(words)]));
  }

  /** A word of its talk, without the name of that: `say 7 Hello`, `beat 7`, `bye`. */
  talks(word: string): void {
    const [is = '', ...rest] = word.split(' ');
    const mark = is === 'beat' ? [this.mark] : [];
    this.writes([is, this.talk, ...mark, ...rest].join(' '));
  }

  /** The first word that fits; `undefined`: none came in time. */
  heard(pattern: RegExp, ms = apart): Promise<string | undefined> {
    return new Promise(resolve => {
      const settle = (word?: string) => {
        cancel();
        this.#waiting.delete(look);
        resolve(word);
      };
      const cancel = this.world.clock.after(ms, () => settle());
      const look = (word: string) => {
        if (pattern.test(word)) settle(word);
      };
      this.#waiting.add(look);
    });
  }

  /** A token for this address. */
  async token(): Promise<string> {
    return (await this.#asks(hello, /^token /))?.slice('token '.length) ?? '';
  }

  /** What the room says to that name first: `* In the room: …`, or why not. */
  async joins(name: string, token?: string): Promise<string> {
    const shown = token ?? (await this.token());
    const first = this.heard(/^(say 1 |! )/, tries * apart);
    this.#proved = true;
    this.said = 0;
    await this.#asks(`join ${shown} ${name}\n`, /^(joined|!)/);
    return (await first)?.replace(/^say 1 /, '') ?? '';
  }

  close(): Promise<void> {
    return this.#port.close();
  }

  #own(word: string): string {
    this.talk = /^joined ([0-9a-z]{8}) /.exec(word)?.[1] ?? this.talk;
    const plain = word.replace(new RegExp(`^(say|beat|bye) ${this.talk} `), '$1 ');
    const [, mark] = /^beat ([a-z]{4}) /.exec(plain) ?? [];
    if (mark === undefined) return plain;
    this.mark = mark;
    this.talks('beat');
    return plain.replace(` ${mark}`, '');
  }

  async #asks(words: string, answer: RegExp): Promise<string | undefined> {
    for (let left = tries; left > 0; left--) {
      const heard = this.heard(answer);
      this.writes(words);
      const word = await heard;
      if (word !== undefined) return word;
    }
    return undefined;
  }
}
