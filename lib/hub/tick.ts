import { native } from '../framing/native.ts';

const nothing = new Uint8Array(0);

/** Memory of which each byte will be written. In Node it is a Buffer, which a socket writes as it is. */
const memory = (size: number): Uint8Array =>
  native?.Buffer.allocUnsafe(size) ?? new Uint8Array(size);

/** How one member's bytes differ from everybody's: at `at` it skips `skip` bytes, or gets an extra frame. */
interface Edit {
  readonly at: number;
  skip: number;
  readonly insert?: Uint8Array;
}

/** What to send to each member, in as few pieces as possible. */
export interface Shares<Member> {
  /** What everybody gets who is not in `others`. */
  readonly whole: readonly Uint8Array[];
  readonly others: ReadonlyMap<Member, readonly Uint8Array[]>;
}

/**
 * Everything that was said in one tick, in one order. Each frame is kept once; at the end all
 * members that only listened share one buffer, and a member that spoke gets that buffer without its
 * own words.
 */
export class Tick<Member> {
  /** The gathered frames. These bytes never change, so a view of them stays valid. */
  #room: Uint8Array = nothing;
  #gathered = 0;
  /** The frames that were added since they were gathered. */
  #frames: Uint8Array[] = [];
  #size = 0;
  readonly #edits = new Map<Member, Edit[]>();

  /** Adds a frame for every member except `except`. */
  toAll(frame: Uint8Array, except: Member | undefined): void {
    if (except !== undefined) this.#skip(except, frame.length);
    this.#frames.push(frame);
    this.#size += frame.length;
  }

  /** Adds a frame for `member` only, at the current position in the order. */
  toOne(member: Member, frame: Uint8Array): void {
    this.#edit(member, { at: this.#size, skip: 0, insert: frame });
  }

  /** A newcomer does not receive what was added before in this tick. */
  hearsFromHere(member: Member): void {
    if (this.#size > 0) this.#edit(member, { at: 0, skip: this.#size });
  }

  /** Returns what to send to each member. */
  close(): Shares<Member> {
    const all = this.#gather();
    const others = new Map<Member, readonly Uint8Array[]>();
    for (const [member, edits] of this.#edits) others.set(member, edited(all, edits));
    return { whole: all.length > 0 ? [all] : [], others };
  }

  /** Returns what to send to one member so far; `close` will return the rest. */
  take(member: Member): readonly Uint8Array[] {
    const pieces = edited(this.#gather(), this.#edits.get(member) ?? []);
    this.#edits.set(member, [{ at: 0, skip: this.#size }]);
    return pieces;
  }

  /** Skips the member's own frame. Frames that follow each other become one gap, not a gap per frame. */
  #skip(member: Member, size: number): void {
    const last = this.#edits.get(member)?.at(-1);
    if (last !== undefined && last.at + last.skip === this.#size) last.skip += size;
    else this.#edit(member, { at: this.#size, skip: size });
  }

  #edit(member: Member, edit: Edit): void {
    const edits = this.#edits.get(member);
    if (edits === undefined) this.#edits.set(member, [edit]);
    else edits.push(edit);
  }

  /**
   * Returns all frames so far, in one piece. However many members take a part of the tick, the time
   * is linear in its size: a frame is copied here once, and once more each time the buffer doubles.
   */
  #gather(): Uint8Array {
    if (this.#size > this.#room.length) this.#grow();
    for (const frame of this.#frames) {
      this.#room.set(frame, this.#gathered);
      this.#gathered += frame.length;
    }
    this.#frames = [];
    return this.#room.subarray(0, this.#size);
  }

  /** The first buffer is exactly as large as its content: in most ticks it is the only one. */
  #grow(): void {
    const ample = this.#gathered === 0 ? this.#size : 2 * this.#size;
    const room = memory(ample);
    room.set(this.#room.subarray(0, this.#gathered));
    this.#room = room;
  }
}

function edited(all: Uint8Array, edits: readonly Edit[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { at, skip, insert } of edits) {
    if (at > from) pieces.push(all.subarray(from, at));
    if (insert !== undefined) pieces.push(insert);
    from = at + skip;
  }
  if (from < all.length) pieces.push(all.subarray(from));
  return pieces;
}
