import type { Port } from '../../../lib/transport/index.ts';
import type { World } from './world.ts';

/** So often, and so many milliseconds apart, is said what may be lost on the way in. */
const tries = 6;
const apart = 500;

export const hello = 'hello, may I come in, please?\n';

/** `! Taken: eve is here already` is `! Taken`. */
export const reasonOf = (answer: string): string => answer.replace(/:.*/, '');

/** A socket that says what docs/protocol.md says, or anything else. No rules are kept here. */
export class Peer {
  hear = (_: string): void => {};
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
      const word = Buffer.from(bytes).toString().replace(/\n$/, '');
      for (const look of [this.hear, ...this.#waiting]) look(word);
    });
  }

  writes(bytes: string | Uint8Array): void {
    const datagram = Buffer.from(bytes);
    if (!this.#proved) this.sent += datagram.length;
    this.#port.send(datagram, this.#room);
  }

  says(words: string | Uint8Array): void {
    this.writes(
      Buffer.concat([Buffer.from(`say ${++this.said} `), Buffer.from(words)]),
    );
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

  /** A ticket for this address. */
  async ticket(): Promise<string> {
    return (await this.#asks(hello, /^token /))?.slice('token '.length) ?? '';
  }

  /** What the room says to that name first: `* In the room: …`, or why not. */
  async joins(name: string, ticket?: string): Promise<string> {
    const shown = ticket ?? (await this.ticket());
    const first = this.heard(/^(say 1 |! )/, tries * apart);
    this.#proved = true;
    this.said = 0;
    await this.#asks(`join ${shown} ${name}\n`, /^(joined|!)/);
    return (await first)?.replace(/^say 1 /, '') ?? '';
  }

  close(): Promise<void> {
    return this.#port.close();
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
