import type { Codec } from '../framing/index.ts';
import type { Member } from './member.ts';
import { keyOf } from './name.ts';
import { Encoding, Seat } from './seat.ts';

/** Who is in a hub. */
export class Seats<M extends Member = Member> {
  /** In the order in which the members came. */
  readonly by = new Map<M, Seat<M>>();
  /** The members whose ends keep a record: only for them we do the work that recording needs. */
  readonly recorded = new Set<Seat<M>>();
  /** One per codec that the members use. The order is the same in all of them. */
  readonly encodings: Encoding<M>[] = [];
  readonly #byName = new Map<string, M>();

  /** Finds a member by name, in any case and form. */
  find(name: string): M | undefined {
    return this.#byName.get(keyOf(name));
  }

  add(member: M): Seat<M> {
    const seat = new Seat(member, this.#encoding(member.connection.relay.codec));
    this.by.set(member, seat);
    this.#byName.set(keyOf(member.name), member);
    if (seat.relay.recorded) this.recorded.add(seat);
    return seat;
  }

  remove(seat: Seat<M>): void {
    this.by.delete(seat.member);
    this.#byName.delete(keyOf(seat.member.name));
    this.recorded.delete(seat);
  }

  #encoding(codec: Codec<string>): Encoding<M> {
    const known = this.encodings.find(encoding => encoding.codec === codec);
    if (known !== undefined) return known;
    const encoding = new Encoding<M>(codec);
    this.encodings.push(encoding);
    return encoding;
  }
}
