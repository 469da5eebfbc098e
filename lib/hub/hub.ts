import type { Clock } from '../connection/clock.ts';
import { inNextTask } from '../connection/next-task.ts';
import type { Kind, Origin } from '../trace/event.ts';
import { cut } from './cut.ts';
import type { Member } from './member.ts';
import type { Collects, Seat } from './seat.ts';
import { Seats } from './seats.ts';

export interface HubOptions {
  readonly clock: Clock;
  /** How many bytes a member may leave unread before it is disconnected. */
  readonly queue: number;
  /** How many bytes a member may send in a tick before it is paused until the next. See `least`. */
  readonly burst: number;
}

/**
 * The least that a line counts in the burst, in bytes. An empty message costs the room as much
 * as a message of a hundred bytes, and an answer costs more than its question.
 */
const least = { message: 256, answer: 1_024 } as const;

/**
 * All fan-out happens here: it knows who is in, keeps one order for everything, and makes one write
 * per member and tick. Nobody waits for the slowest member: a member that does not read is
 * disconnected.
 */
export class Hub<M extends Member = Member> implements Collects<M> {
  readonly #seats = new Seats<M>(this);
  readonly #options: HubOptions;
  /** The members that spoke in this tick, or were sent something separately. */
  #busy = new Set<Seat<M>>();
  /** Whether something was sent to all members in this tick. */
  #toldAll = false;
  #scheduled = false;

  constructor(options: HubOptions) {
    this.#options = options;
  }

  /** The members, in the order in which they joined. */
  get members(): Iterable<M> {
    return this.#seats.by.keys();
  }

  get size(): number {
    return this.#seats.by.size;
  }

  /** Their names, as a person reads them. */
  get roster(): string {
    return this.#seats.roster;
  }

  /** Finds a member by name, in any case and form. */
  find(name: string): M | undefined {
    return this.#seats.find(name);
  }

  /** Adds a member, which from now on receives what is said. */
  join(member: M): void {
    const seat = this.#seats.add(member);
    seat.outgoing.collector = seat;
    seat.encoding.tick.hearsFromHere(seat);
  }

  /** Removes a member. What was said before still reaches it. */
  leave(member: M): void {
    const seat = this.#seats.by.get(member);
    if (seat === undefined) return;
    this.giveNow(seat);
    this.#remove(seat);
  }

  /** Sends a member's words to all others. */
  say(author: M, words: string): void {
    const seat = this.#seats.by.get(author);
    if (seat === undefined) return;
    this.#toAll(`[${author.name}] ${words}`, 'message', seat);
    this.#count(seat, Math.max(least.message, seat.encoding.last.length));
  }

  /**
   * Sends a member's words to all others, as another node of the room gave them to us. `author`: if it is
   * a member here. `of`: where the words came from, for the record.
   */
  pass(text: string, of: Origin | undefined, author: M | undefined): void {
    this.#toAll(text, 'message', author && this.#seats.by.get(author), of);
  }

  /** Sends a notice to all members, except to the only one that it is about: that one knows already. */
  tellAll(notice: string, about: readonly string[] = []): void {
    this.#toAll(notice, 'notice', this.#seats.only(about));
  }

  /** Sends a text to one member, at its place in the one order. `author`: the member who caused it. */
  tell(member: M, text: string, kind: Kind, author = member): void {
    const [seat, from] = [this.#seats.by.get(member), this.#seats.by.get(author)];
    if (seat === undefined) return;
    const frame = seat.encoding.codec.encode(text);
    seat.encoding.tick.toOne(seat, frame);
    const of = kind === 'message' ? author.connection.relay.lastHeard : undefined;
    seat.relay.said({ text, kind, size: frame.length, of });
    const counts = kind === 'message' ? least.message : least.answer;
    if (from) this.#count(from, Math.max(counts, frame.length));
    if (from === seat) seat.asked = true;
    this.#busy.add(seat);
    this.#schedule();
  }

  /** Counts answers too, so a member that floods us with short commands is also paused. */
  #count(seat: Seat<M>, size: number): void {
    seat.said += size;
    this.#busy.add(seat);
    if (seat.said > this.#options.burst) seat.relay.inbox.hold(this);
  }

  #toAll(text: string, kind: Kind, author: Seat<M> | undefined, of?: Origin): void {
    for (const encoding of this.#seats.encodings) {
      encoding.last = encoding.codec.encode(text);
      encoding.tick.toAll(encoding.last, author);
    }
    if (this.#seats.recorded.size > 0) this.#recordAll(text, kind, author, of);
    this.#toldAll = true;
    this.#schedule();
  }

  #recordAll(
    text: string,
    kind: Kind,
    author: Seat<M> | undefined,
    from?: Origin,
  ): void {
    const of = from ?? (kind === 'message' ? author?.relay.lastHeard : undefined);
    for (const seat of this.#seats.recorded) {
      if (seat === author) continue;
      seat.relay.said({ text, kind, size: seat.encoding.last.length, of });
    }
  }

  /** Ends the tick when everything that had arrived at the sockets has been read. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    inNextTask(() => this.#flush());
  }

  /**
   * Visits all members if something was sent to all, otherwise only the busy ones: most ticks must
   * not cost more in a larger room.
   */
  #flush(): void {
    const [busy, toldAll] = [this.#busy, this.#toldAll];
    this.#busy = new Set();
    this.#toldAll = this.#scheduled = false;
    for (const encoding of this.#seats.encodings) encoding.close();
    for (const seat of toldAll ? this.#seats.by.values() : busy) this.#give(seat);
    for (const seat of busy) if (seat.asked) seat.relay.inbox.owes();
    // A member that is heard again may speak immediately, so all members get this tick first.
    for (const seat of busy) this.#rest(seat);
  }

  /**
   * Judges a member by what its socket had not taken before this tick. What was said in this tick
   * is sent anyway: all listeners share those bytes, and the record has them as sent.
   */
  #give(seat: Seat<M>): void {
    const share = seat.share ?? seat.encoding.whole;
    if (seat.share !== undefined) seat.share = undefined;
    const waiting = seat.outgoing.put(share);
    if (waiting > this.#options.queue) this.#cut(seat);
  }

  /** Sends one member what was said until now, because something else comes next for it. */
  giveNow(seat: Seat<M>): void {
    if (!this.#scheduled) return;
    seat.outgoing.put(seat.encoding.tick.take(seat));
    // It has a share of its own now, which the flush must use up: a share that stays would replace what the
    // next tick says to all.
    this.#busy.add(seat);
  }

  #rest(seat: Seat<M>): void {
    seat.said = 0;
    seat.asked = false;
    seat.relay.inbox.release(this);
  }

  #remove(seat: Seat<M>): void {
    this.#seats.remove(seat);
    this.#busy.delete(seat);
    seat.outgoing.collector = undefined;
  }

  #cut(seat: Seat<M>): void {
    this.#remove(seat);
    cut(seat.member, this.#options.queue);
  }
}
