import type { Kind, TraceEvent } from '../../lib/trace/event.ts';

type Happening = Omit<TraceEvent, 'n' | 'at'>;

/** Words on their way: they are received or refused when the test says so. */
export interface Flight {
  readonly from: string;
  readonly to: string;
  readonly link: string;
  readonly kind: Kind;
  readonly text: string;
}

/** Writes the record of a run by hand, both ends of every link, numbered as it happens. */
export class Run {
  readonly events: TraceEvent[] = [];
  #taken = 0;
  readonly #arrivals = new Map<Flight, number>();

  /** The events since the last batch. */
  batch(): TraceEvent[] {
    const batch = this.events.slice(this.#taken);
    this.#taken = this.events.length;
    return batch;
  }

  connect(from: string, to: string): this {
    return this.#pair(from, to, 'opened');
  }

  end(from: string, to: string): this {
    return this.#pair(from, to, 'ended');
  }

  vanish(from: string, to: string): this {
    return this.#pair(from, to, 'reset');
  }

  send(from: string, to: string, text: string, kind: Kind = 'message'): Flight {
    const flight = { from, to, link: linkOf(from, to), kind, text };
    this.add({ what: 'sent', by: 'self', end: from, ...sizeOf(flight) });
    return flight;
  }

  /** The relay that heard it passes it on. */
  relay(said: Flight, to: string): Flight {
    const text = `[${said.from}] ${said.text}`;
    const flight = {
      from: said.to,
      to,
      link: linkOf(said.to, to),
      kind: said.kind,
      text,
    };
    const of = { link: said.link, nth: this.#arrivals.get(said) ?? 0 };
    this.add({ what: 'sent', by: 'self', end: said.to, of, ...sizeOf(flight) });
    return flight;
  }

  hear(flight: Flight): this {
    const before = this.events.filter(
      ({ what, end, link }) =>
        what === 'received' && end === flight.to && link === flight.link,
    );
    this.#arrivals.set(flight, before.length + 1);
    return this.add({
      what: 'received',
      by: 'peer',
      end: flight.to,
      ...sizeOf(flight),
    });
  }

  refuse(flight: Flight, reason: string): this {
    const event = { what: 'refused', by: 'peer', end: flight.to, reason } as const;
    return this.add({ ...event, ...sizeOf(flight) });
  }

  /** Sent, and heard immediately. */
  say(from: string, to: string, text: string, kind: Kind = 'message'): this {
    return this.hear(this.send(from, to, text, kind));
  }

  /** Each sent before either is heard. */
  cross(a: string, b: string, fromA: string, fromB: string): this {
    const [one, other] = [this.send(a, b, fromA), this.send(b, a, fromB)];
    return this.hear(one).hear(other);
  }

  add(happening: Happening): this {
    const drawn = happening.what !== 'closed' && happening.what !== 'chunk';
    const n = drawn ? this.events.filter(event => event.n > 0).length + 1 : 0;
    this.events.push({ n, at: n, ...happening });
    return this;
  }

  #pair(from: string, to: string, what: 'opened' | 'ended' | 'reset'): this {
    const link = linkOf(from, to);
    this.add({ what, by: 'self', end: from, link });
    return this.add({ what, by: 'peer', end: to, link });
  }
}

/** The same name from both ends. */
export const linkOf = (a: string, b: string): string => [a, b].sort().join('-');

const sizeOf = ({ link, kind, text }: Flight) => ({
  link,
  kind,
  text,
  size: new TextEncoder().encode(text).length + 1,
});
