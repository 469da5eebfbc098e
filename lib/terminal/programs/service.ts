import { asksForName, isGoodbye } from '../../modes/words.ts';
import type { Observation } from '../../trace/event.ts';

/** A station that sends more notices than this instead of an answer will not answer. */
const mostNotices = 1_000;

/** The beginning of the exchange's refusal if a person has no partner. */
const nobody = '! Nobody is listening';

/** What a client may expect from its server. */
export interface Promised {
  /** The name of the server: station, room. */
  readonly server: string;
  readonly address: string;
  /** Whether each message gets an answer. */
  readonly answers: boolean;
  /** Whether the server says goodbye before it ends. */
  readonly goodbye: boolean;
}

/** Where the lines came from, and how many of them are unsent. */
export interface Input {
  /** Whether a person typed them: a person has seen what happened, a script has not. */
  readonly person: boolean;
  readonly unsaid: number;
}

/** A client's view of its own talk, and whether the server served it. */
export class Service {
  readonly #promised: Promised;
  /** Messages without an answer. */
  #owed = 0;
  /** Messages that were said, and refusals because nobody was listening to one. */
  #messages = 0;
  #unheard = 0;
  /** Notices and refusals after the last message. */
  #notices = 0;
  #last = '';
  #asked = false;
  #endedFirst: Observation['by'] | undefined;
  #broken = false;
  #quit = false;

  constructor(promised: Promised) {
    this.#promised = promised;
  }

  observe({ what, by, kind, text = '' }: Observation): void {
    if (what === 'sent') this.#said(text, kind);
    else if (what === 'received') this.#heard(text, kind);
    else if (what === 'ended') this.#endedFirst ??= by;
    else if (what === 'reset' && by === 'peer') this.#broken = true;
  }

  /** Whether the server has asked for a name, and nothing was sent after that. */
  get asked(): boolean {
    return this.#asked;
  }

  /** Whether the server sends notices, and will not answer. */
  get hopeless(): boolean {
    return this.#unanswered && this.#notices > mostNotices;
  }

  /** Whether this end left first, and the server said no goodbye. */
  get leftInSilence(): boolean {
    return this.#endedFirst === 'self' && !isGoodbye(this.#last);
  }

  /** Returns why the client was not served, in a few words; `undefined`: it was. */
  failure({ person, unsaid }: Input): string | undefined {
    const { server, address } = this.#promised;
    // A person has read it, and can call somebody. A script cannot.
    if (!person && this.#unheard > 0)
      return `nobody was listening to ${this.#unheard} of ${this.#messages} messages`;
    if (this.#quit) return undefined;
    if (this.hopeless) return `the ${server} sends only notices, and does not answer`;
    if (this.#served(person))
      return unsaid > 0 ? 'the connection ended before everything was sent' : undefined;
    // A person has just read why. A script may have kept only its errors.
    if (this.#refused)
      return person
        ? `refused by the ${server}`
        : `the ${server} refused: ${this.#last.slice(2)}`;
    if (this.#unanswered) return `the connection ended before the ${server} answered`;
    if (this.#broken) return `${address} broke the connection`;
    return `the connection ended without a goodbye from the ${server}`;
  }

  #said(text: string, kind: Observation['kind']): void {
    this.#asked = false;
    if (kind === 'message') {
      this.#owed++;
      this.#messages++;
    }
    if (text === '/quit') this.#quit = true;
  }

  #heard(text: string, kind: Observation['kind']): void {
    if (kind === 'message') this.#owed--;
    this.#notices = kind === 'message' ? 0 : this.#notices + 1;
    this.#asked = kind !== 'message' && asksForName(text);
    if (text.startsWith(nobody)) this.#unheard++;
    this.#last = text;
  }

  get #refused(): boolean {
    return this.#last.startsWith('! ');
  }

  get #unanswered(): boolean {
    return this.#promised.answers && this.#owed > 0;
  }

  /**
   * A goodbye confirms everything that was sent to a room, an answer confirms a message. Simplex
   * confirms nothing.
   */
  #served(person: boolean): boolean {
    if (this.#unanswered) return false;
    if (isGoodbye(this.#last)) return true;
    if (this.#broken || !this.#promised.goodbye) return !this.#broken;
    const answered = this.#promised.answers && !this.#refused;
    return this.#endedFirst === 'self' && (person || answered);
  }
}
