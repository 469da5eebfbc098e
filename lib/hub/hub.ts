import type { Clock } from '../connection/clock.ts';
import type { Connection } from '../connection/connection.ts';
import type { Kind } from '../trace/event.ts';
import { Encodings } from './encodings.ts';
import { keyOf } from './name.ts';

export interface HubOptions {
  readonly clock: Clock;
  /** What a member may leave unread before it is cut, in bytes. */
  readonly queue: number;
  /** How many bytes a member may send in a tick before it is paused until the next. See `least`. */
  readonly burst: number;
}

/** Somebody who hears what is said to all. */
export interface Member {
  readonly name: string;
  readonly connection: Connection;
}

/**
 * The least that a line counts in the burst, in bytes. An empty message costs a room as much
 * as one of a hundred bytes, and an answer costs more than its question.
 */
const least = { message: 256, answer: 1_024 } as const;

/** How long a member that is cut may take to read the reason, in milliseconds. */
const lastWords = 2_000;

/**
 * The one owner of fan-out: who is in, one order for all that is said, one write per member per tick.
 * Nobody waits for the slowest: whoever does not read is cut.
 */
export class Hub<M extends Member = Member> {
  /** Who is in, and how many bytes each has said in this tick. */
  readonly #said = new Map<M, number>();
  /** Those whose ends keep a record; what costs something is done for them alone. */
  readonly #recorded = new Set<M>();
  readonly #byName = new Map<string, M>();
  readonly #options: HubOptions;
  readonly #tick = new Encodings<M>();
  /** The members that were answered in this tick. */
  readonly #asked = new Set<M>();
  #scheduled = false;

  constructor(options: HubOptions) {
    this.#options = options;
  }

  /** Those who are in, in the order in which they came. */
  get members(): Iterable<M> {
    return this.#said.keys();
  }

  get size(): number {
    return this.#said.size;
  }

  /** Finds a member by name, in any case and form. */
  find(name: string): M | undefined {
    return this.#byName.get(keyOf(name));
  }

  /** From now on it hears what is said. */
  join(member: M): void {
    this.#said.set(member, 0);
    this.#byName.set(keyOf(member.name), member);
    if (member.connection.relay.recorded) this.#recorded.add(member);
    member.connection.relay.collectedBy({
      say: (text, kind) => this.tell(member, text, kind),
      flush: () => this.#giveNow(member),
    });
    this.#tick.hearsFromHere(member);
  }

  /** What was said until now still reaches it. */
  leave(member: M): void {
    this.#giveNow(member);
    this.#remove(member);
  }

  /** A member's words, to all others. */
  say(author: M, words: string): void {
    if (!this.#said.has(author)) return;
    this.#toAll(`[${author.name}] ${words}`, 'message', author);
    this.#count(author, Math.max(least.message, this.#tick.lastFor(author).length));
  }

  /** The server's own words, to all but those who know already. */
  tellAll(notice: string, except: M | undefined): void {
    this.#toAll(notice, 'notice', except);
  }

  /** To one alone, at its place among all that is said. `author`: who made us say it. */
  tell(member: M, text: string, kind: Kind, author = member): void {
    const frame = this.#tick.toOne(member, text);
    this.#record(member, text, kind, frame, author);
    const counts = kind === 'message' ? least.message : least.answer;
    this.#count(author, Math.max(counts, frame.length));
    if (author === member) this.#asked.add(member);
    this.#schedule();
  }

  /** Also of answers: who asks much in few words is paused as well. */
  #count(author: M, size: number): void {
    const before = this.#said.get(author);
    if (before === undefined) return;
    const said = before + size;
    this.#said.set(author, said);
    if (said > this.#options.burst) author.connection.relay.hold(true);
  }

  #toAll(text: string, kind: Kind, author: M | undefined): void {
    this.#tick.toAll(text, author);
    for (const member of this.#recorded) {
      if (member === author) continue;
      this.#record(member, text, kind, this.#tick.lastFor(member), author);
    }
    this.#schedule();
  }

  #record(member: M, text: string, kind: Kind, frame: Uint8Array, author?: M): void {
    const of = kind === 'message' ? author?.connection.relay.lastHeard : undefined;
    member.connection.relay.said({ text, kind, size: frame.length, ...(of && { of }) });
  }

  /** The tick ends when all that the sockets had for us has been read. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#scheduled = false;
    if (this.#tick.empty) return;
    const piecesFor = this.#tick.close();
    const held: M[] = [];
    for (const [member, said] of this.#said) {
      if (said > this.#options.burst) held.push(member);
      if (said > 0) this.#said.set(member, 0);
      this.#give(member, piecesFor(member));
    }
    for (const member of this.#asked) member.connection.relay.owes();
    this.#asked.clear();
    // A member that is heard again may speak immediately, so all members get this tick first.
    for (const member of held) member.connection.relay.hold(false);
  }

  /**
   * Judged by what its socket had not taken before this tick. What was said in it goes with the rest:
   * all listeners share those bytes, and the record has them as said.
   */
  #give(member: M, pieces: readonly Uint8Array[]): void {
    const slow = member.connection.relay.waiting > this.#options.queue;
    member.connection.relay.put(pieces);
    if (slow) this.#cut(member);
  }

  /** What was said until now, to one who is to hear something else next. The others can wait. */
  #giveNow(member: M): void {
    if (!this.#tick.empty) member.connection.relay.put(this.#tick.take(member));
  }

  #remove(member: M): void {
    this.#said.delete(member);
    this.#byName.delete(keyOf(member.name));
    this.#recorded.delete(member);
    member.connection.relay.collectedBy(undefined);
  }

  #cut(member: M): void {
    const { queue } = this.#options;
    this.#remove(member);
    member.connection.dismiss(
      `! Too slow: ${queue} bytes were waiting for you`,
      'refusal',
      lastWords,
    );
  }
}
