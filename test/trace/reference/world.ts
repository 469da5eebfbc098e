import type { Kind } from '../../../lib/trace/event.ts';
import type { Event } from './line.ts';
import {
  type Frame,
  type Link,
  newLink,
  opposite,
  type Said,
  type Side,
  type Source,
  shown,
  type Way,
} from './link.ts';
import type { Tape } from './tape.ts';

/** An event as it happened: `at` is the real time. */
export type Happening = Omit<Event, 'n'>;

/** Everything that happened, and the truth about it. */
export class World {
  readonly happened: Happening[] = [];
  readonly said: Said[] = [];
  readonly links: Link[] = [];
  readonly relays: ReadonlySet<string>;
  readonly #tape: Tape;
  #now = 0;
  #waiting: { way: Way; frame: Frame; source: Source }[] = [];

  constructor(tape: Tape, relays: readonly string[]) {
    this.#tape = tape;
    this.relays = new Set(relays);
  }

  connect(name: string, caller: string, called: string, isNumbered: boolean): void {
    this.links.push(newLink(name, caller, called, isNumbered));
  }

  /** The same two call each other again, from the same addresses. */
  connectAgain(link: Link): void {
    const { name, isNumbered, sides } = link;
    this.#waiting = this.#waiting.filter(({ source, frame }) => {
      if (source.link === link) frame.said.underWay--;
      return source.link !== link;
    });
    this.links.splice(this.links.indexOf(link), 1);
    this.connect(name, sides[0].end, sides[1].end, isNumbered);
  }

  open(link: Link, side: Side): void {
    side.isOpen = true;
    const role = this.relays.has(side.end) ? ({ role: 'relay' } as const) : {};
    const by = side === link.sides[0] ? 'self' : 'peer';
    this.#note(link, side, { what: 'opened', by, ...role });
  }

  /** Says something of its own. */
  say(link: Link, side: Side, kind: Kind, unwelcome: boolean): void {
    const said = {
      from: side.end,
      kind,
      link,
      at: this.#now,
      receipts: [],
      underWay: 0,
    };
    this.said.push(said);
    const text = this.#tape.oneOf(['a', 'b', `${this.#now}`]);
    this.#send(link, side, { said, kind, text, unwelcome }, {});
  }

  /** A relay passes on the nth that it received on another link. */
  pass([link, side]: Way, frame: Frame, source: Source): void {
    const text = `[${frame.said.from}] ${frame.text}`;
    const of = { link: source.link.name, nth: source.nth };
    this.#send(link, side, { ...frame, text, unwelcome: false }, { of });
  }

  passLater(way: Way, frame: Frame, source: Source): void {
    frame.said.underWay++;
    this.#waiting.push({ way, frame, source });
  }

  get passesLater(): boolean {
    return this.#waiting.length > 0;
  }

  /** Passes on what has waited longest, if that way is still open. */
  passNow(): void {
    const next = this.#waiting.shift();
    if (next === undefined) return;
    next.frame.said.underWay--;
    const [, { isOver, hasEnded }] = next.way;
    if (!isOver && !hasEnded) this.pass(next.way, next.frame, next.source);
  }

  #send(
    link: Link,
    side: Side,
    frame: Omit<Frame, 'nth'>,
    of: Pick<Event, 'of'>,
  ): void {
    side.said++;
    const sent: Frame = link.isNumbered ? { ...frame, nth: side.said } : frame;
    this.#note(link, side, { what: 'sent', by: 'self', ...shown(sent), ...of });
    if (this.#tape.chance(20)) this.bytes(link, side, frame.text.length + 1);
    const { inbox, isOver } = opposite(link, side);
    if (isOver || (link.isNumbered && this.#tape.chance(15))) return;
    sent.said.underWay++;
    inbox.push(sent);
    if (link.isNumbered && this.#tape.chance(10)) inbox.push(sent);
  }

  bytes(link: Link, side: Side, size: number): void {
    this.#note(link, side, { what: 'chunk', by: 'self', size });
  }

  /** Reads what has come: the next of a stream, any datagram. Returns what it heard. */
  read(link: Link, side: Side): Frame | undefined {
    const index = link.isNumbered ? this.#tape.below(side.inbox.length) : 0;
    const [next] = side.inbox.splice(index, 1);
    if (next === 'end') this.#note(link, side, { what: 'ended', by: 'peer' });
    if (next === undefined || next === 'end') return undefined;
    if (next.nth !== undefined && side.seen.has(next.nth)) {
      const reason = 'a repeat';
      this.#note(link, side, { what: 'refused', by: 'peer', ...shown(next), reason });
      return undefined;
    }
    next.said.underWay--;
    this.#missing(link, side, next);
    return this.#judge(link, side, next);
  }

  #missing(link: Link, side: Side, { nth }: Frame): void {
    if (nth === undefined) return;
    const known = Math.max(0, ...side.seen);
    side.seen.add(nth);
    if (!this.#tape.chance(50)) return;
    for (let lost = known + 1; lost < nth; lost++)
      this.#note(link, side, { what: 'lost', by: 'peer', nth: lost });
  }

  #judge(link: Link, side: Side, frame: Frame): Frame | undefined {
    if (frame.unwelcome || this.#tape.chance(5)) {
      const cut = opposite(link, side).hasEnded && this.#tape.chance(50);
      const reason = cut ? 'cut off by the end' : 'out of turn';
      this.#note(link, side, { what: 'refused', by: 'peer', ...shown(frame), reason });
      return undefined;
    }
    side.received++;
    frame.said.receipts.push({ to: side.end, at: this.#now });
    this.#note(link, side, { what: 'received', by: 'peer', ...shown(frame) });
    return frame;
  }

  end(link: Link, side: Side): void {
    side.hasEnded = true;
    this.#note(link, side, { what: 'ended', by: 'self' });
    opposite(link, side).inbox.push('end');
  }

  /** Drops the link. Nobody hears what is still in transit to it; the other may read on for a while. */
  reset(link: Link, side: Side): void {
    this.#note(link, side, { what: 'reset', by: 'self' });
    opposite(link, side).isBroken = true;
    this.#leave(side);
  }

  noticeReset(link: Link, side: Side): void {
    this.#note(link, side, { what: 'reset', by: 'peer' });
    this.#leave(side);
  }

  close(link: Link, side: Side): void {
    const other = opposite(link, side);
    if (!side.isOver && !side.hasEnded) other.inbox.push('end');
    this.#note(link, side, { what: 'closed', by: 'self' });
    side.isClosed = true;
    this.#leave(side);
  }

  #leave(side: Side): void {
    side.isOver = true;
    for (const frame of new Set(side.inbox.splice(0)))
      if (frame !== 'end' && !(frame.nth && side.seen.has(frame.nth)))
        frame.said.underWay--;
  }

  #note(
    { name }: Link,
    { end }: Side,
    event: Omit<Happening, 'at' | 'end' | 'link'>,
  ): void {
    this.happened.push({ ...event, at: this.#now++, end, link: name });
  }
}
