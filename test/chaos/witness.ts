import type { FairClock } from './fair-clock.ts';
import type { Person } from './person.ts';

/** Nobody may wait longer for a word, in milliseconds. */
export const patience = 1_000;

/** What the server may say itself to somebody who does nothing wrong. */
const notices = [
  /^\* \w+(, \w+)?( and \d+ more)? (joined|left) \(\d+ here\)$/,
  /^\* (In the room|Hello|Calling|Paired|Goodbye|Your name)/,
  /^\* \w+ calls: \/to \w+ answers$/,
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come
const control = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Talks throughout, and swears that it heard all that its partner said, once, in order, and soon. */
export class Witness {
  readonly name: string;
  readonly faults: string[] = [];
  /** How many of the partner's words came. */
  heard = 0;
  said = 0;
  /** The longest that a word took, in milliseconds. */
  longest = 0;
  over = false;
  readonly #person: Person;
  readonly #clock: FairClock;
  #partner: Witness | undefined;
  #saidAt = 0;

  constructor(name: string, person: Person, clock: FairClock) {
    this.name = name;
    this.#person = person;
    this.#clock = clock;
    person.hear = line => this.#hear(line);
    void person.closed.then(() => this.over || this.#swear('was dropped'));
  }

  /** Each says the next word when the one before has been heard. */
  talksTo(partner: Witness): void {
    this.#partner = partner;
    this.#say();
  }

  /** A word that does not come at all is late as well. */
  grumble(): void {
    const waits = this.#clock.now() - this.#saidAt;
    const underWay = this.#partner !== undefined && this.#partner.heard < this.said;
    if (underWay && waits > patience) this.#swear('was not heard for a second');
  }

  leave(): void {
    this.over = true;
    this.#person.says('/quit');
  }

  #say(): void {
    if (this.over) return;
    this.#saidAt = this.#clock.now();
    this.#person.says(`word ${++this.said}`);
  }

  #hear(line: string): void {
    const [, from, words] = /^\[(\w+)\] (.*)$/.exec(line) ?? [];
    if (control.test(line))
      this.#swear(`heard a control character: ${JSON.stringify(line)}`);
    else if (from === this.name) this.#swear('heard its own words');
    else if (from === undefined) this.#hearServer(line);
    else if (from === this.#partner?.name)
      this.#hearPartner(words ?? '', this.#partner);
  }

  #hearServer(line: string): void {
    if (!notices.some(notice => notice.test(line)))
      this.#swear(`heard a forged line: ${line}`);
  }

  #hearPartner(words: string, partner: Witness): void {
    if (words !== `word ${++this.heard}`)
      this.#swear(`heard ${words} for word ${this.heard}`);
    const took = this.#clock.now() - partner.#saidAt;
    this.longest = Math.max(this.longest, took);
    if (took > patience) this.#swear(`waited ${Math.round(took)} ms`);
    setTimeout(() => partner.#say(), 1);
  }

  #swear(fault: string): void {
    if (this.faults.length < 5) this.faults.push(`${this.name} ${fault}`);
  }
}
