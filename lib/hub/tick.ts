/** What one member gets otherwise than all: from that place on so many bytes less, or a frame more. */
interface Edit {
  readonly at: number;
  readonly skip: number;
  readonly insert?: Uint8Array;
}

/**
 * All that was said in one tick, in one order. Each frame is kept once; at the end all who only listened
 * share one buffer, and whoever spoke gets that buffer without its own words.
 */
export class Tick<Member> {
  /** The gathered frames. These bytes never change, so a view of them stays valid. */
  #room = new Uint8Array(0);
  #gathered = 0;
  /** The frames that were added since. */
  #frames: Uint8Array[] = [];
  #size = 0;
  readonly #edits = new Map<Member, Edit[]>();

  /** Adds a frame for every member except `except`. */
  toAll(frame: Uint8Array, except: Member | undefined): void {
    if (except !== undefined)
      this.#edit(except, { at: this.#size, skip: frame.length });
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

  /** Returns what to send to each member, in as few pieces as its edits leave. */
  close(): (member: Member) => readonly Uint8Array[] {
    const all = this.#gather();
    const whole = all.length > 0 ? [all] : [];
    return member => {
      const edits = this.#edits.get(member);
      return edits === undefined ? whole : edited(all, edits);
    };
  }

  /** Returns what to send to one member so far; `close` will return the rest. */
  take(member: Member): readonly Uint8Array[] {
    const pieces = this.close()(member);
    this.#edits.set(member, [{ at: 0, skip: this.#size }]);
    return pieces;
  }

  #edit(member: Member, edit: Edit): void {
    const edits = this.#edits.get(member);
    if (edits === undefined) this.#edits.set(member, [edit]);
    else edits.push(edit);
  }

  /**
   * Returns all frames so far, in one piece. However many members take a part of the tick, the time is linear in
   * its size: a frame is copied here once, and once more each time the buffer doubles.
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
    const room = Buffer.allocUnsafe(ample);
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
