import type { TraceEvent } from '../../../lib/trace/event.ts';
import { fromJsonLines } from '../../../lib/trace/jsonl.ts';

/** The most events on the page: as many as the server keeps. */
const most = 600;

interface Person {
  readonly link: string;
  readonly name?: string;
  readonly isHere: boolean;
}

/** What the server counted over the whole record. */
export interface Counts {
  readonly said: number;
  readonly heard: number;
  readonly crossings: number;
  readonly last?: readonly [number, number];
  readonly oneOrder: boolean;
}

export interface Update {
  /** Whether a new record begins: earlier events are not part of it. */
  readonly anew: boolean;
  /** The number of the record's first event. */
  readonly since: number;
  /** Whether conversations had begun before this record did. */
  readonly late: boolean;
  /** Whether both ends of all conversations are in the record. */
  readonly whole: boolean;
  readonly people: readonly Person[];
  readonly counts: Counts;
  readonly lines: string;
  /** Set if the record is paused, because more events than this number happened in one second. */
  readonly paused?: number;
}

export type Facts = Omit<Update, 'anew' | 'people' | 'lines'>;

/** The names of the picture that nobody can have: they contain a space. */
export const [theRoom, newcomer] = ['the room', 'a newcomer'];

/** The last events of the record that the room and its pages keep together. */
export class LiveRecord {
  #events: TraceEvent[] = [];
  #people: readonly Person[] = [];
  readonly #names = new Map<string, string>();
  facts: Facts | undefined;

  take(message: string): void {
    const { anew, people, lines, ...facts } = JSON.parse(message) as Update;
    const known = anew ? [] : this.#events;
    this.#events = [...known, ...fromJsonLines(lines)].slice(-most);
    this.#people = people;
    this.facts = facts;
    this.#learn(people);
  }

  /** The names of those who are here, in the order in which they came. */
  get here(): string[] {
    const here = this.#people.filter(({ isHere }) => isHere);
    return [...new Set(here.flatMap(({ name }) => name ?? []))];
  }

  /** How many events came before those that are here. Their numbers stay. */
  get earlier(): number {
    return (this.#events[0]?.n ?? this.facts?.since ?? 1) - 1;
  }

  /** The events with the names of people in place of those of links. */
  get events(): TraceEvent[] {
    const first = this.#firstReceived();
    return this.#events.map(event => {
      const { of } = event;
      const end = event.end === 'room' ? theRoom : this.nameOf(event.link);
      if (of === undefined) return { ...event, end };
      const nth = Math.max(0, of.nth - (first.get(of.link) ?? Infinity) + 1);
      return { ...event, end, of: { ...of, nth } };
    });
  }

  nameOf(link: string): string {
    return this.#names.get(link) ?? newcomer;
  }

  /** A link belongs to one person for ever, so its number gives the person a colour on all pages. */
  colourOf(name: string): number {
    const link = [...this.#names].find(([, one]) => one === name)?.[0];
    return Number(/\d+/.exec(link ?? '')?.[0] ?? 0) % colours;
  }

  /** By link: the number of the first message from it that is still here. */
  #firstReceived(): Map<string, number> {
    const first = new Map<string, number>();
    for (const { what, end, link, nth = 1 } of this.#events)
      if (what === 'received' && end === 'room' && !first.has(link))
        first.set(link, nth);
    return first;
  }

  /** A name stays as long as an event is here that needs it. */
  #learn(people: readonly Person[]): void {
    for (const { link, name } of people) if (name) this.#names.set(link, name);
    const needed = new Set([...people, ...this.#events].map(({ link }) => link));
    for (const link of this.#names.keys())
      if (!needed.has(link)) this.#names.delete(link);
  }
}

/** How many colours page.css has for people. */
export const colours = 7;
