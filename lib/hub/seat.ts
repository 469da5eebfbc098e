import type { Relay } from '../connection/relay.ts';
import type { Encoding } from './encoding.ts';
import type { Member } from './member.ts';

/** A member's place in a hub: what is looked up once, when it joins, and what it did in this tick. */
export class Seat<M extends Member = Member> {
  readonly member: M;
  readonly relay: Relay;
  readonly encoding: Encoding<Seat<M>>;
  /** How many bytes it has said in this tick. */
  said = 0;
  /** Whether it was answered in this tick. */
  asked = false;

  constructor(member: M, encoding: Encoding<Seat<M>>) {
    this.member = member;
    this.relay = member.connection.relay;
    this.encoding = encoding;
  }
}
