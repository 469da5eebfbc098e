import type { Beats } from './beats.ts';
import { type Word, writeWord } from './word.ts';

/** The way in, as the one who wants in goes it: hello, token, join, joined. */
export class Knock {
  /** What to say now, and again until there is an answer. */
  datagram: Uint8Array = writeWord({ is: 'hello' });
  readonly #name: string;
  #asking = false;

  constructor(name: string) {
    this.#name = name;
  }

  /** In, and the rhythm there; or out, and why; `undefined`: not yet. */
  hear(
    word: Word,
  ): { readonly beats: Beats } | { readonly refused: string } | undefined {
    if (word.is === 'token' && !this.#asking) {
      this.#asking = true;
      this.datagram = writeWord({ is: 'join', ticket: word.ticket, name: this.#name });
    } else if (!this.#asking) return undefined;
    else if (word.is === 'joined') return { beats: word.beats };
    else if (word.is === 'who?') return { refused: 'the ticket was not taken' };
    else if (word.is === 'refusal') return { refused: word.words };
    return undefined;
  }
}
