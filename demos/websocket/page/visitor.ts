import { fromServer, nameQuestion } from '../../../lib/modes/words.ts';
import type { Kind, Observation } from '../../../lib/trace/event.ts';
import { backOff } from './back-off.ts';
import { Outbox, type Unsent } from './outbox.ts';

/** `away`: the connection is lost, and will be tried again. `gone`: it will not, unless the person wants to. */
export type State = 'gone' | 'connecting' | 'naming' | 'refused' | 'here' | 'away';

export interface VisitorOptions<T extends Unsent> {
  /** Opens a visit's link. */
  readonly connect: (key: string) => WebSocket;
  /** `wait`: the time until the next try, in milliseconds. */
  readonly state: (state: State, wait: number) => void;
  /** Called if the room refuses the name. Another name may be given immediately or later. */
  readonly refused: (why: string) => void;
  /** Called for every line that the room sends to a person who is in it. */
  readonly line: (text: string) => void;
  /** Called when these words were sent, or (false) have to wait. */
  readonly sent: (words: T, sent: boolean) => void;
  /** Called when a visit begins. Returns the observer for its record. */
  readonly record: (key: string) => (observation: Observation) => void;
}

/**
 * How often our own name may still be taken by our old connection, before the person must choose
 * another name.
 */
const ghostly = 5;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** A person in the room, through one WebSocket after another, for as long as they want to stay. */
export class Visitor<T extends Unsent> {
  readonly #options: VisitorOptions<T>;
  readonly #outbox = new Outbox<T>();
  #name = '';
  /**
   * Whether the person was in the room by this name: then it is free again once the room notices
   * the lost connection.
   */
  #known = false;
  #leaving = false;
  #state: State = 'gone';
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #socket: WebSocket | undefined;
  #tell: (observation: Observation) => void = () => {};

  constructor(options: VisitorOptions<T>) {
    this.#options = options;
  }

  get name(): string {
    return this.#name;
  }

  /** Joins by this name; after a refusal, by another name. */
  enter(name: string): void {
    this.#known = false;
    this.#name = name;
    if (this.#state !== 'refused') this.now();
    else if (this.#socket?.readyState === WebSocket.OPEN) this.#introduce();
    else this.#visit();
  }

  /** Tries immediately, not only later. A name that was refused is not tried again. */
  now(): void {
    clearTimeout(this.#retry);
    if (this.#state === 'gone' || this.#state === 'away') this.#visit();
  }

  /**
   * Sends the words now, or once there is a connection again. Returns false if too many messages
   * are waiting.
   */
  say(words: T): boolean {
    if (!this.#outbox.keep(words)) return false;
    this.#options.sent(words, false);
    this.#sendWaiting();
    return true;
  }

  /** Asks who is here. The answer comes as a line. */
  ask(): void {
    if (this.#state === 'here') this.#send('/who', 'control');
  }

  #visit(): void {
    const key = randomKey();
    // The record's link is opened first, and a browser opens one after the other (RFC 6455, 4.1): the
    // server already records when this visit's own link opens, so the record has all of it.
    const tell = this.#options.record(key);
    const socket = this.#options.connect(key);
    this.#tell = tell;
    this.#socket = socket;
    this.#leaving = false;
    this.#change('connecting');
    socket.onopen = () => tell({ what: 'opened', by: 'self' });
    socket.onmessage = ({ data }) => this.#hear(String(data));
    socket.onclose = ({ wasClean }) => {
      tell({ what: wasClean ? 'ended' : 'reset', by: 'peer' });
      // A person who was refused may have begun the next visit while this link was closing.
      if (socket === this.#socket) this.#closed(socket.bufferedAmount);
    };
  }

  #hear(text: string): void {
    const kind = fromServer(text);
    this.#tell({ what: 'received', by: 'peer', kind, text, size: bytesOf(text) });
    if (text === nameQuestion) {
      this.#introduce();
      return;
    }
    if (text === '* Goodbye') this.#leaving = true;
    if (this.#state === 'naming' && kind === 'refusal') this.#refused(text.slice(2));
    else if (this.#state !== 'refused') this.#inside(text);
  }

  #introduce(): void {
    this.#change('naming');
    this.#send(this.#name, 'control');
  }

  #inside(text: string): void {
    if (this.#state === 'naming') {
      this.#attempt = 0;
      this.#known = true;
      this.#change('here');
    }
    this.#options.line(text);
    this.#sendWaiting();
  }

  #refused(why: string): void {
    if (this.#known && this.#attempt < ghostly) this.#socket?.close();
    else {
      this.#attempt = 0;
      this.#change('refused');
      this.#options.refused(why);
    }
  }

  #sendWaiting(): void {
    if (this.#socket?.bufferedAmount === 0) this.#outbox.left();
    if (this.#state !== 'here') return;
    for (let words = this.#outbox.next(); words; words = this.#outbox.next()) {
      const command = words.text.startsWith('/') && !words.text.startsWith('//');
      this.#send(words.text, command ? 'control' : 'message');
      this.#options.sent(words, true);
    }
  }

  #send(text: string, kind: Kind): void {
    this.#tell({ what: 'sent', by: 'self', kind, text, size: bytesOf(text) });
    this.#socket?.send(text);
  }

  #closed(unsent: number): void {
    for (const words of this.#outbox.lost(unsent)) this.#options.sent(words, false);
    if (this.#leaving) this.#change('gone');
    // After a refusal the room waits for another name, but not for ever. We keep waiting, without a connection.
    else if (this.#state !== 'refused') this.#later();
  }

  #later(): void {
    const wait = backOff(this.#attempt++, Math.random());
    this.#retry = setTimeout(() => this.#visit(), wait);
    this.#change('away', wait);
  }

  #change(state: State, wait = 0): void {
    this.#state = state;
    this.#options.state(state, wait);
  }
}

/** Makes a secret that only this page and the server know: with it, this page may report what it saw. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
