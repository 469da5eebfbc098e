// The load: some members talk, and every byte that every member receives is compared with the one stream
// that all of them must see. It decodes nothing: messages have a fixed length.

import type { Member } from './crowd.ts';
import { Expected, payload } from './expected.ts';
import { lines, type Tongue } from './tongue.ts';

export interface Load {
  /** How many of the members speak. At least one listens: the stream is what listeners see. */
  readonly senders: number;
  /** Messages that a sender may have in transit before the slowest listener has them. */
  readonly window: number;
  /** Bytes of payload. */
  readonly size: number;
  /** Messages of each sender. */
  readonly messages: number;
  /** Whether the server puts `[m0001] ` in front of a payload. */
  readonly named: boolean;
  /** How it is framed (default: lines). */
  readonly tongue?: Tongue;
  /** Milliseconds without a byte, after which what is missing is lost. */
  readonly patience?: number;
}

interface Speaker extends Member {
  sent: number;
  /** How many of its messages every listener has. */
  arrived: number;
  /** What it received, compared at the end: its own words are not in it. */
  readonly kept: Buffer[];
  received: number;
}

interface Listener extends Member {
  received: number;
}

export interface Delivered {
  readonly deliveries: number;
  readonly seconds: number;
}

/** After the last byte, as long must nothing more come, in milliseconds. */
const silence = 30;

/** All say what they have to say. Rejects where a byte is wrong, missing, or too many. */
export function talk(members: readonly Member[], load: Load): Promise<Delivered> {
  return new Promise((resolve, reject) => new Talk(members, load, resolve, reject));
}

class Talk {
  readonly #load: Load;
  readonly #members: readonly Member[];
  readonly #speakers = new Map<string, Speaker>();
  readonly #listeners: Listener[] = [];
  readonly #expected: Expected;
  readonly #resolve: (delivered: Delivered) => void;
  readonly #reject: (error: unknown) => void;
  readonly #watch: NodeJS.Timeout;
  /** Messages that every listener has. */
  #counted = 0;
  #pumping = false;
  readonly #began = performance.now();
  #lastByte = this.#began;

  constructor(
    members: readonly Member[],
    load: Load,
    resolve: (delivered: Delivered) => void,
    reject: (error: unknown) => void,
  ) {
    this.#load = load;
    this.#members = members;
    this.#resolve = resolve;
    this.#reject = reject;
    members.forEach((member, index) => {
      if (index < load.senders) this.#addSpeaker(member);
      else this.#addListener(member);
      member.lost = why => this.#fail(new Error(`${member.name} was cut: ${why}`));
    });
    this.#expected = new Expected({ ...load, speakers: [...this.#speakers.keys()] });
    this.#watch = setInterval(() => this.#notStuck(), 100);
    this.#pump();
  }

  #addSpeaker(member: Member): void {
    const rest = { sent: 0, arrived: 0, kept: [] as Buffer[], received: 0 };
    const speaker: Speaker = Object.assign(member, rest);
    this.#speakers.set(member.name, speaker);
    member.hear = chunk => {
      speaker.kept.push(chunk);
      speaker.received += chunk.length;
      this.#pumpSoon();
    };
  }

  #addListener(member: Member): void {
    const listener: Listener = Object.assign(member, { received: 0 });
    this.#listeners.push(listener);
    member.hear = chunk => {
      this.#trying(() => this.#expected.check(listener.received, chunk, listener.name));
      listener.received += chunk.length;
      this.#pumpSoon();
    };
  }

  #pumpSoon(): void {
    this.#lastByte = performance.now();
    if (this.#pumping) return;
    this.#pumping = true;
    setImmediate(() => this.#pump());
  }

  #pump(): void {
    this.#pumping = false;
    this.#countArrived();
    for (const speaker of this.#speakers.values()) this.#speak(speaker);
    if (this.#missing() <= 0) this.#trying(() => this.#finish());
  }

  #countArrived(): void {
    let slowest = Infinity;
    for (const { received } of this.#listeners) slowest = Math.min(slowest, received);
    const whole = Math.floor(slowest / this.#expected.frame);
    for (; this.#counted < whole; this.#counted++) {
      const speaker = this.#speakers.get(this.#expected.author(this.#counted));
      if (speaker) speaker.arrived++;
    }
  }

  #speak(speaker: Speaker): void {
    const { messages, window, size, tongue = lines } = this.#load;
    const upTo = Math.min(messages, speaker.arrived + window);
    let text = '';
    while (speaker.sent < upTo)
      text += tongue.says(payload(speaker.name, speaker.sent++, size));
    if (text !== '') speaker.socket.write(text, 'latin1');
  }

  /** Bytes still to come; below zero: somebody got too many. */
  #missing(): number {
    const { total, frame } = this.#expected;
    const heard = total - this.#load.messages * frame;
    let missing = 0;
    for (const { received } of this.#listeners) missing += total - received;
    for (const { received, name } of this.#speakers.values()) {
      if (received > heard)
        this.#fail(new Error(`${name} received more than was said`));
      missing += heard - received;
    }
    return missing;
  }

  #notStuck(): void {
    const { patience = 10_000 } = this.#load;
    if (performance.now() - this.#lastByte < patience) return;
    this.#fail(new Error(`${this.#missing()} bytes did not come`));
  }

  #finish(): void {
    for (const { name, kept } of this.#speakers.values()) {
      if (!Buffer.concat(kept).equals(this.#expected.without(name)))
        throw new Error(`${name} did not hear all but its own words`);
    }
    clearInterval(this.#watch);
    for (const member of this.#members) {
      member.hear = () =>
        this.#fail(new Error(`${member.name} received more at the end`));
    }
    const { senders, messages } = this.#load;
    const deliveries = senders * messages * (this.#members.length - 1);
    const seconds = (this.#lastByte - this.#began) / 1_000;
    setTimeout(() => this.#resolve({ deliveries, seconds }), silence);
  }

  #trying(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    clearInterval(this.#watch);
    for (const member of this.#members) member.hear = () => {};
    this.#reject(error);
  }
}
