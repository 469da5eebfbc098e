/** Names that would let a person pass for a part of the system. */
const reserved = ['server', 'system', 'admin', 'station', 'room', 'exchange', 'you'];
const wellFormed = /^[A-Za-z][A-Za-z0-9_-]{0,23}$/;

/** Who is here, by name. Two names that differ only in case are one. */
export class Names {
  readonly #taken = new Set<string>();

  /** Takes a name. What comes back is why not, ready to be sent. */
  take(name: string): string | undefined {
    const key = name.toLowerCase();
    if (!wellFormed.test(name)) {
      return '! Bad name: 1 to 24 of A-Z a-z 0-9 _ -, a letter first. Your name?';
    }
    if (reserved.includes(key)) return `! Reserved name: ${name}. Your name?`;
    if (this.#taken.has(key)) return `! Taken: ${name} is here already. Your name?`;
    this.#taken.add(key);
    return undefined;
  }

  /** At once free for the next. */
  release(name: string): void {
    this.#taken.delete(name.toLowerCase());
  }
}
