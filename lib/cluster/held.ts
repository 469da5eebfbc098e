import type { Member } from '../hub/member.ts';
import type { LogEntry } from './entry.ts';
import { sizeOf } from './waiting.ts';

/** How much of what one member said the log may not have shown yet, before the room stops reading from it. */
interface Limits {
  /** Of one member, in bytes. */
  readonly burst: number;
  /** Of all members together. */
  readonly buffer: number;
}

/** Stops reading from members who say more than the log takes. TCP then slows them down. */
export class Held {
  readonly #limits: Limits;
  readonly #said = new Map<Member, number>();
  readonly #held = new Set<Member>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** `all`: what the log has not shown yet, of all members. */
  said(member: Member, entry: LogEntry, all: number): void {
    const said = (this.#said.get(member) ?? 0) + sizeOf(entry);
    this.#said.set(member, said);
    if (said <= this.#limits.burst && all <= this.#limits.buffer) return;
    this.#held.add(member);
    member.connection.relay.inbox.hold(this);
  }

  shown(member: Member, entry: LogEntry): void {
    const left = (this.#said.get(member) ?? 0) - sizeOf(entry);
    if (left > 0) this.#said.set(member, left);
    else this.#said.delete(member);
  }

  left(member: Member): void {
    this.#said.delete(member);
    this.#held.delete(member);
  }

  /** Reads again from those who are below their limit. */
  release(all: number): void {
    if (all > this.#limits.buffer) return;
    for (const member of this.#held) {
      if ((this.#said.get(member) ?? 0) > this.#limits.burst) continue;
      this.#free(member);
    }
  }

  /** Reads again from all. */
  releaseAll(): void {
    for (const member of this.#held) this.#free(member);
  }

  #free(member: Member): void {
    this.#held.delete(member);
    member.connection.relay.inbox.release(this);
  }
}
