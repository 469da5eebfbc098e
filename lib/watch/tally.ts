import type { TraceEvent } from '../trace/event.ts';

/** What a verdict on the whole record would count. The record itself is not kept. */
export interface WatchedCounts {
  /** Messages that somebody heard, and how often they were heard. */
  readonly said: number;
  readonly heard: number;
  readonly crossings: number;
  /** The numbers of the two messages that crossed last, as they were sent. */
  readonly last?: readonly [number, number];
  /** Whether everybody heard the messages in the order in which the room received them. */
  readonly oneOrder: boolean;
}

/** A message on its way from one page through the room to the others. */
interface Said {
  readonly n: number;
  readonly author: string;
  /** How many messages of each other person the author had heard when it was sent. */
  readonly before: ReadonlyMap<string, number>;
  isMessage: boolean;
  isHeard: boolean;
  /** Its place in the order of the room. */
  place: number;
}

/** What one end has heard. */
interface Ear {
  /** By author: how many messages, and the number of the latest. */
  readonly from: Map<string, { count: number; n: number }>;
  place: number;
}

/** The most frames that are remembered until their arrival is reported. A page may never report it. */
const most = 10_000;

/**
 * Counts the crossings between people while the record goes on. Two messages crossed if each was
 * sent before the other was heard. So, when a message is heard, it has crossed those that its author
 * has heard from the hearer since it was sent. The others that it crosses are still on their way:
 * they count it when they are heard.
 */
export class Tally {
  #said = 0;
  #heard = 0;
  #crossings = 0;
  #last: readonly [number, number] | undefined;
  #oneOrder = true;
  #taken = 0;
  /** By link and number: frames that a page sent, and frames that pass a message on to a page. */
  readonly #sent = new Map<string, Said>();
  readonly #passedOn = new Map<string, Said>();
  readonly #ears = new Map<string, Ear>();

  get counts(): WatchedCounts {
    const last = this.#last && { last: this.#last };
    return {
      said: this.#said,
      heard: this.#heard,
      crossings: this.#crossings,
      oneOrder: this.#oneOrder,
      ...last,
    };
  }

  /** Call this with each event, in the order of the numbers. */
  add(event: TraceEvent): void {
    const byRoom = event.end === 'room';
    if (event.what === 'sent') byRoom ? this.#passes(event) : this.#says(event);
    if (event.what === 'received') byRoom ? this.#takes(event) : this.#hears(event);
  }

  /** Call this when a link is gone from the record. */
  forget(link: string): void {
    this.#ears.delete(link);
    for (const { from } of this.#ears.values()) from.delete(link);
  }

  #says(event: TraceEvent): void {
    const ear = this.#ears.get(event.link);
    const before = new Map(
      [...(ear?.from ?? [])].map(([who, { count }]) => [who, count]),
    );
    const isMessage = event.kind === 'message';
    const place = { isMessage, isHeard: false, place: 0 };
    keep(this.#sent, frameOf(event), {
      n: event.n,
      author: event.link,
      before,
      ...place,
    });
  }

  #takes(event: TraceEvent): void {
    const said = this.#sent.get(frameOf(event));
    if (said === undefined) return;
    said.place = ++this.#taken;
    said.isMessage ||= event.kind === 'message';
  }

  #passes(event: TraceEvent): void {
    const said = event.of && this.#sent.get(frameOf(event.of));
    if (said !== undefined) keep(this.#passedOn, frameOf(event), said);
  }

  #hears(event: TraceEvent): void {
    const said = this.#passedOn.get(frameOf(event));
    this.#passedOn.delete(frameOf(event));
    if (!said?.isMessage) return;
    if (!said.isHeard) this.#said++;
    said.isHeard = true;
    this.#heard++;
    this.#crosses(said, event.link);
    const ear = this.#earOf(event.link);
    const count = (ear.from.get(said.author)?.count ?? 0) + 1;
    ear.from.set(said.author, { count, n: said.n });
    if (said.place < ear.place) this.#oneOrder = false;
    ear.place = said.place;
  }

  #crosses({ author, before, n }: Said, hearer: string): void {
    const back = this.#ears.get(author)?.from.get(hearer);
    const crossed = (back?.count ?? 0) - (before.get(hearer) ?? 0);
    if (back === undefined || crossed <= 0) return;
    this.#crossings += crossed;
    this.#last = n < back.n ? [n, back.n] : [back.n, n];
  }

  #earOf(link: string): Ear {
    const ear = this.#ears.get(link) ?? { from: new Map(), place: 0 };
    this.#ears.set(link, ear);
    return ear;
  }
}

const frameOf = ({ link, nth }: { link: string; nth?: number }): string =>
  `${link} ${nth}`;

function keep(frames: Map<string, Said>, frame: string, said: Said): void {
  frames.set(frame, said);
  for (const oldest of frames.keys()) {
    if (frames.size <= most) return;
    frames.delete(oldest);
  }
}
