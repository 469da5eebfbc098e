import type { Codec } from '../framing/index.ts';
import type { Member } from './member.ts';
import { keyOf } from './name.ts';
import { type FirstNames, firstNames, withTheRest } from './roster.ts';
import { type Collects, Encoding, Seat } from './seat.ts';

/** Who is in a hub. */
export class Seats<M extends Member = Member> {
  /** In the order in which the members came. */
  readonly by = new Map<M, Seat<M>>();
  /** The members whose ends keep a record: only for them we do the work that recording needs. */
  readonly recorded = new Set<Seat<M>>();
  /** One per codec that the members use. The order is the same in all of them. */
  readonly encodings: Encoding<M>[] = [];
  readonly #byName = new Map<string, M>();
  /** The names that fit into a list, once some do not: later newcomers do not change them. */
  #first: FirstNames | undefined;
  readonly #hub: Collects<M>;

  constructor(hub: Collects<M>) {
    this.#hub = hub;
  }

  /** Finds a member by name, in any case and form. */
  find(name: string): M | undefined {
    return this.#byName.get(keyOf(name));
  }

  /** Finds the seat of the member with that name, if it is the only name. */
  only([name = '', ...others]: readonly string[]): Seat<M> | undefined {
    const member = others.length === 0 ? this.find(name) : undefined;
    return member && this.by.get(member);
  }

  /** The names, as a person reads them. */
  get roster(): string {
    const { size } = this.by;
    const first = this.#first ?? firstNames(this.by.keys());
    if (first.count < size) this.#first = first;
    return withTheRest(first, size);
  }

  add(member: M): Seat<M> {
    const seat = new Seat(
      this.#hub,
      member,
      this.#encoding(member.connection.relay.codec),
    );
    this.by.set(member, seat);
    this.#byName.set(keyOf(member.name), member);
    if (seat.relay.recorded) this.recorded.add(seat);
    return seat;
  }

  remove(seat: Seat<M>): void {
    this.by.delete(seat.member);
    this.#byName.delete(keyOf(seat.member.name));
    this.recorded.delete(seat);
    this.#first = undefined;
  }

  #encoding(codec: Codec<string>): Encoding<M> {
    const known = this.encodings.find(encoding => encoding.codec === codec);
    if (known !== undefined) return known;
    const encoding = new Encoding<M>(codec);
    this.encodings.push(encoding);
    return encoding;
  }
}
