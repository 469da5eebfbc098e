import { clean } from '../connection/clean.ts';
import type { Observation, Origin, TraceEvent } from '../trace/event.ts';
import { type Observe, Recorder } from '../trace/recorder.ts';

/** Frames on their way from one end of a link to the other. */
interface Way {
  left: number;
  came: number;
  /** Under way when the record began anew: they left before it, so their coming is not in it either. */
  before: number;
}

interface Link {
  /** What the record calls it. Its real name has the address of somebody's machine in it. */
  readonly id: string;
  /** What the room took for a name. */
  name: string | undefined;
  readonly toRoom: Way;
  readonly toPage: Way;
  /** Messages that the room received, and those of them in the present record. */
  received: number;
  recorded: number;
  /** The page at its other end is to tell what it sees, and does. */
  tells: boolean;
  closed: boolean;
}

/** As much of what was said as a picture has room for, and more. It bounds what the record weighs. */
const longest = 200;

const way = (): Way => ({ left: 0, came: 0, before: 0 });

/**
 * One record of a room that does not end: what the room sees, joined with what pages say that they see.
 * It begins anew behind `most` events. What was under way then is remembered, for the k-th frame that
 * left is matched with the k-th that came.
 */
export class SharedTrace {
  readonly #now: () => number;
  readonly #most: number;
  readonly #links = new Map<string, Link>();
  #recorder: Recorder;
  #written = 0;
  #count = 0;
  /** Grows whenever it begins anew. */
  epoch = 0;
  #paused = false;

  constructor(now: () => number, most: number) {
    this.#now = now;
    this.#most = most;
    this.#recorder = new Recorder({ now });
  }

  /** Links that are open and written of. */
  get size(): number {
    return [...this.#links.values()].filter(({ closed }) => !closed).length;
  }

  /** Everything in the present record that has its number. */
  get events(): readonly TraceEvent[] {
    return this.#recorder.events;
  }

  /** Who is at the other end of each link, as far as the room knows. */
  get names(): Record<string, string> {
    const named = [...this.#links.values()].filter(({ name }) => name !== undefined);
    return Object.fromEntries(named.map(({ id, name = '' }) => [id, name]));
  }

  /** False: a page that tells has not told yet of something that it sent, or was sent. */
  get settled(): boolean {
    return [...this.#links.values()].every(isSettled);
  }

  /** The room's observer for a link. `tells`: there is a page at its other end. */
  room(link: string, tells = false): Observe {
    const known: Link = {
      id: `link ${++this.#count}`,
      name: undefined,
      toRoom: way(),
      toPage: way(),
      received: 0,
      recorded: 0,
      tells,
      closed: false,
    };
    this.#links.set(link, known);
    return observation => this.#roomSaw(known, observation);
  }

  /** What a page says of its end of a link. */
  page(link: string, observation: Observation): void {
    const known = this.#links.get(link);
    if (known === undefined) return;
    this.#makeRoom();
    known.tells = true;
    if (observation.what === 'sent') known.toRoom.left++;
    if (observation.what === 'received' && !arrives(known.toPage)) return;
    if (!this.#paused) this.#write(`page at ${known.id}`, known, observation);
  }

  /** Whoever owes us something is not waited for any more, until it tells again. */
  giveUp(): void {
    for (const link of this.#links.values()) if (!isSettled(link)) link.tells = false;
  }

  /** Gives numbers to what is new, and hands it over. */
  flush(): TraceEvent[] {
    return this.#recorder.flush();
  }

  /** Writes nothing more until it is called with false; then it begins anew. It still counts frames. */
  pause(paused: boolean): void {
    if (this.#paused && !paused) this.#beginAnew();
    this.#paused = paused;
  }

  #roomSaw(link: Link, observation: Observation): void {
    const { what, kind, text, of } = observation;
    if (what === 'closed') link.closed = true;
    if (what === 'closed' || what === 'chunk') return;
    this.#makeRoom();
    if (what === 'sent') link.toPage.left++;
    if (what === 'received') {
      link.received++;
      if (kind === 'control') link.name ??= text;
    }
    if ((what === 'received' || what === 'refused') && !arrives(link.toRoom)) return;
    if (this.#paused) return;
    if (what === 'received') link.recorded++;
    const origin = of && this.#here(of);
    const { of: _, ...rest } = observation;
    this.#write('room', link, { ...rest, ...(origin && { of: origin }) });
  }

  /** The same origin, counted in the present record. */
  #here({ link, nth }: Origin): Origin | undefined {
    const from = this.#links.get(link);
    if (from === undefined) return undefined;
    const here = nth - (from.received - from.recorded);
    return here < 1 ? undefined : { link: from.id, nth: here };
  }

  #write(end: string, { id }: Link, observation: Observation): void {
    this.#written++;
    const { text } = observation;
    const short = text === undefined ? {} : { text: clean(text.slice(0, longest)) };
    this.#recorder.observer(end, id)({ ...observation, ...short });
  }

  /** Before anything new is counted: what is under way is then only what is not in the new record. */
  #makeRoom(): void {
    if (this.#written >= this.#most && !this.#paused) this.#beginAnew();
  }

  #beginAnew(): void {
    this.epoch++;
    this.#written = 0;
    this.#recorder = new Recorder({ now: this.#now });
    for (const [key, link] of this.#links) {
      if (link.closed) this.#links.delete(key);
      link.recorded = 0;
      for (const one of [link.toRoom, link.toPage])
        one.before = Math.max(0, one.left - one.came);
    }
  }
}

const isSettled = ({ tells, closed, toRoom, toPage }: Link): boolean =>
  !tells || closed || (toRoom.left === toRoom.came && toPage.left === toPage.came);

/** Counts one more that came. False: it left before the record began. */
function arrives(way: Way): boolean {
  way.came++;
  if (way.before === 0) return true;
  way.before--;
  return false;
}
