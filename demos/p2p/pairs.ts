/**
 * The effect of a call: it waits for an answer, or is the answer to another call. `again`: it waits, and the
 * called person was notified before. Otherwise the call leads nowhere, for that reason.
 */
export type Called = 'calling' | 'again' | 'answered' | 'self' | 'taken' | 'busy';

/**
 * Who is paired with whom, and who calls whom. Pure: a person can be any value that the exchange chooses.
 * After every event partner(partner(a)) is a: nobody can be taken from a pair.
 */
export class Pairs<Person> {
  readonly #partner = new Map<Person, Person>();
  readonly #calling = new Map<Person, Person>();
  /**
   * By caller, the persons who were notified of a call: twenty thousand calls must not cause as
   * many notices.
   */
  readonly #told = new Map<Person, Set<Person>>();

  partner(person: Person): Person | undefined {
    return this.#partner.get(person);
  }

  /** Returns the person that it calls and that has not answered yet. */
  calling(person: Person): Person | undefined {
    return this.#calling.get(person);
  }

  call(from: Person, to: Person): Called {
    if (from === to) return 'self';
    if (this.#partner.has(from)) return 'taken';
    if (this.#partner.has(to)) return 'busy';
    if (this.#calling.get(to) !== from) {
      this.#calling.set(from, to);
      return this.#tells(from, to) ? 'calling' : 'again';
    }
    for (const person of [from, to]) {
      this.#calling.delete(person);
      this.#forget(person);
    }
    this.#partner.set(from, to).set(to, from);
    return 'answered';
  }

  /** Parts a pair. Returns the other person, if there was a pair. */
  part(person: Person): Person | undefined {
    const partner = this.#partner.get(person);
    if (partner !== undefined) this.#partner.delete(partner);
    this.#partner.delete(person);
    return partner;
  }

  /** Removes a person from its pair, and from every call to or by it. Returns the partner, if there was one. */
  remove(person: Person): Person | undefined {
    this.#calling.delete(person);
    this.#forget(person);
    for (const [caller, called] of this.#calling) {
      if (called === person) this.#calling.delete(caller);
    }
    return this.part(person);
  }

  /** Whether the called person has not been notified of this call yet. */
  #tells(from: Person, to: Person): boolean {
    const told = this.#told.get(from) ?? new Set();
    this.#told.set(from, told);
    return told.size < told.add(to).size;
  }

  /** Forgets the calls by and to a person who is paired or gone: the next one causes a notice again. */
  #forget(person: Person): void {
    this.#told.delete(person);
    for (const told of this.#told.values()) told.delete(person);
  }
}
