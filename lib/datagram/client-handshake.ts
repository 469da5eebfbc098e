import type { Heartbeat } from './heartbeat.ts';
import { type Packet, version } from './packet.ts';
import { writePacket } from './write-packet.ts';

/** The talk that a client has joined. */
export interface Inside {
  readonly talk: string;
  readonly heartbeat: Heartbeat;
}

/** The client's side of the handshake: hello, token, join, joined. */
export class ClientHandshake {
  /** The datagram to send now, and to repeat until there is an answer. */
  datagram: Uint8Array = writePacket({ is: 'hello', version });
  readonly #name: string;
  #token: string | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** Returns the talk that was joined, or the reason of a refusal; `undefined` while there is no answer yet. */
  hear(word: Packet): Inside | { readonly refused: string } | undefined {
    if (word.is === 'refusal') return { refused: word.words };
    if (this.#token === undefined) {
      if (word.is === 'token') this.#join(word.token);
    } else if (word.is === 'joined') {
      return { talk: word.talk, heartbeat: word.heartbeat };
    } else if (word.is === 'who?' && word.what === this.#token) {
      return { refused: 'the token was not accepted' };
    }
    return undefined;
  }

  #join(token: string): void {
    this.#token = token;
    this.datagram = writePacket({ is: 'join', token, name: this.#name });
  }
}
