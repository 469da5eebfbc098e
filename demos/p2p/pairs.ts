/** What a call did: it waits for an answer, or was one. Or it leads nowhere, and why. */
export type Called = 'calling' | 'answered' | 'self' | 'taken' | 'busy';

/**
 * Who is paired with whom, and who calls whom. Pure: persons are whatever the exchange says they are.
 * After every event partner(partner(a)) is a: nobody can be taken from a pair.
 */
export class Pairs<Person> {
  readonly #partner = new Map<Person, Person>();
  readonly #calling = new Map<Person, Person>();

  partner(person: Person): Person | undefined {
    return this.#partner.get(person);
  }

  /** Whom it calls, and has no answer from yet. */
  calling(person: Person): Person | undefined {
    return this.#calling.get(person);
  }

  call(from: Person, to: Person): Called {
    if (from === to) return 'self';
    if (this.#partner.has(from)) return 'taken';
    if (this.#partner.has(to)) return 'busy';
    if (this.#calling.get(to) !== from) {
      this.#calling.set(from, to);
      return 'calling';
    }
    this.#calling.delete(from);
    this.#calling.delete(to);
    this.#partner.set(from, to).set(to, from);
    return 'answered';
  }

  /** Parts a pair. Who was left, if there was a pair. */
  part(person: Person): Person | undefined {
    const partner = this.#partner.get(person);
    if (partner !== undefined) this.#partner.delete(partner);
    this.#partner.delete(person);
    return partner;
  }

  /** It is gone: from its pair, and from every call to or by it. */
  remove(person: Person): Person | undefined {
    this.#calling.delete(person);
    for (const [caller, called] of this.#calling) {
      if (called === person) this.#calling.delete(caller);
    }
    return this.part(person);
  }
}
