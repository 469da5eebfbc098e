import type { Random } from '../random.ts';
import { Account } from './account.ts';
import { toForgeries } from './forger.ts';
import type { Peer } from './peer.ts';
import type { Victim } from './visit.ts';

/** Nobody who talks may be silent to its partner for longer, in milliseconds. */
const patience = 1_000;
/** Milliseconds between two words, and between two beats. */
const pace = 20;
const beat = 400;

const some = String.raw`\w+(, \w+)?( and \d+ more)?`;
/** What the room may say itself to somebody who does nothing wrong. */
const notices = [
  new RegExp(String.raw`^\* ${some} (joined|left) \(\d+ here\)$`),
  /^\* In the room: \w+(, \w+)*( … and \d+ more)?$/,
  /^\* \d+ missing from \w+$/,
  /^\* Goodbye$/,
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come
const control = /[\0-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

export interface WitnessOptions {
  readonly name: string;
  readonly peer: Peer;
  readonly random: Random;
  /** What a forger knows of it. */
  readonly victim: Victim;
}

/**
 * Talks throughout over a link that loses, repeats and reorders what it says, and swears that what it hears
 * of its partner is what the protocol promises.
 */
export class Witness {
  readonly name: string;
  readonly victim: Victim;
  readonly faults: string[] = [];
  readonly account = new Account();
  /** What the network lost of its words. */
  readonly lost = new Set<number>();
  said = 0;
  /** The longest that nothing was heard of the partner, in milliseconds. */
  longest = 0;
  readonly #peer: Peer;
  readonly #random: Random;
  #partner = '';
  /** The number of what the room said last. */
  #room = 1;
  #held: number | undefined;
  #heardAt = 0;
  #over = false;

  constructor({ name, peer, random, victim }: WitnessOptions) {
    this.name = name;
    this.victim = victim;
    this.#peer = peer;
    this.#random = random;
    peer.hear = word => this.#hear(word);
  }

  talksTo(partner: Witness): void {
    this.#partner = partner.name;
    this.#heardAt = this.#peer.world.fair.now();
    this.#sayOn();
    this.#beatOn();
  }

  /** Says no more words; what the network held back comes now. */
  falls(): void {
    this.#over = true;
    this.#release();
    this.#beatOn();
  }

  grumble(): void {
    const waits = this.#peer.world.fair.now() - this.#heardAt;
    this.longest = Math.max(this.longest, waits);
    if (!this.#over && waits > patience) this.swear(`heard nothing for ${waits} ms`);
  }

  /** Who the room says is there. */
  async asksWho(): Promise<string> {
    return (await this.#ends('/who', /\* In the room: /))?.replace(/.*: /, '') ?? '';
  }

  async leaves(): Promise<void> {
    if ((await this.#ends('/quit', /^bye /)) === undefined) this.swear('got no bye');
    await this.stops();
  }

  async stops(): Promise<void> {
    this.#over = true;
    await this.#peer.close();
  }

  swear(fault: string): void {
    if (this.faults.length < 5) this.faults.push(`${this.name} ${fault}`);
  }

  /** Commands are numbered as words are. */
  #ends(command: string, answer: RegExp): Promise<string | undefined> {
    const heard = this.#peer.heard(answer, 2 * patience);
    this.#peer.talks(`say ${++this.said} ${command}`);
    return heard;
  }

  #sayOn(): void {
    if (this.#over) return;
    this.#send(++this.said);
    this.#peer.world.clock.after(pace, () => this.#sayOn());
  }

  #beatOn(): void {
    this.#peer.talks(`beat ${this.said}`);
    if (!this.#over) this.#peer.world.clock.after(beat, () => this.#beatOn());
  }

  /** What a network does to a datagram now and then. */
  #send(nth: number): void {
    const chance = this.#random.int(20);
    if (chance === 0) this.lost.add(nth);
    else if (chance === 1 && this.#held === undefined) this.#held = nth;
    else {
      this.#put(nth);
      if (chance === 2) this.#put(nth);
      if (chance === 3) this.#putAgain(nth - this.#random.int(100));
      this.#release();
    }
  }

  #release(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) this.#put(held);
  }

  #putAgain(nth: number): void {
    if (nth > 0 && !this.lost.has(nth) && nth !== this.#held) this.#put(nth);
  }

  #put(nth: number): void {
    this.#peer.talks(`say ${nth} word ${nth}`);
  }

  #hear(word: string): void {
    const [, nth, line] = /^say (\d+) (.*)$/s.exec(word) ?? [];
    const [, last] = /^beat (\d+)$/.exec(word) ?? [];
    if (line !== undefined) {
      this.#count(Number(nth), 1);
      this.#hearLine(line);
    } else if (last !== undefined) this.#count(Number(last), 0);
    else if (this.#isOwn(word) && !(this.#over && word.startsWith('bye ')))
      this.swear(`heard ${JSON.stringify(word)}`);
  }

  /** Whether it may matter: what answers a forger's words does not. */
  #isOwn(word: string): boolean {
    return word === `who? ${this.#peer.talk}` || !toForgeries.test(word);
  }

  /** The room numbers what it says without a hole. */
  #count(nth: number, more: 0 | 1): void {
    if (nth < this.#room + more) this.swear(`heard ${nth} after ${this.#room}`);
    if (nth > this.#room + more) {
      if (this.#peer.world.exact) this.swear(`missed ${this.#room + more}`);
      this.account.unsure();
    }
    this.#room = nth;
  }

  #hearLine(line: string): void {
    const [, from, words = ''] = /^\[(\w+)\] (.*)$/.exec(line) ?? [];
    if (control.test(line))
      this.swear(`heard a control character: ${JSON.stringify(line)}`);
    else if (from === this.name) this.swear('heard its own words');
    else if (from === this.#partner) this.#hearPartner(words);
    else if (from === undefined) this.#hearRoom(line);
  }

  #hearRoom(line: string): void {
    const [, count, from] = /^\* (\d+) missing from (\w+)$/.exec(line) ?? [];
    if (from === this.#partner) this.account.gap(Number(count));
    else if (!notices.some(notice => notice.test(line)))
      this.swear(`heard a forged line: ${line}`);
  }

  #hearPartner(words: string): void {
    this.#heardAt = this.#peer.world.fair.now();
    const [, late, nth] = /^(\(late\) )?word (\d+)$/.exec(words) ?? [];
    const fault =
      nth === undefined
        ? words
        : late === undefined
          ? this.account.word(Number(nth))
          : this.account.late(Number(nth));
    if (fault !== undefined) this.swear(`heard ${fault}`);
  }
}
