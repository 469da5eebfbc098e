import { Contradiction } from './contradiction.ts';
import type { Recorded, Seen } from './end-log.ts';
import type { Kind } from './event.ts';
import { type Fate, fateOfTheRest } from './fate.ts';
import { told } from './naming.ts';
import type { LinkSide, TraceLink } from './trace-link.ts';

/** One frame on a link: as its sender recorded it, as the other end did, or both. */
export interface FrameOnLink {
  readonly link: TraceLink;
  readonly sent?: Seen;
  /** Received, or refused. */
  readonly got?: Seen;
  /** What became of the frame; `undefined` if no record tells. */
  readonly fate: 'received' | Fate | undefined;
}

/**
 * Returns the frames of a link. On a stream the k-th frame sent is the k-th that arrives (RFC 9293, 2.2); a
 * datagram carries its number. Throws a Contradiction where the accounts of a frame do not agree.
 */
export function framesOf(link: TraceLink): FrameOnLink[] {
  const [one, other] = link.sides;
  return [...oneWay(link, one, other), ...oneWay(link, other, one)];
}

function oneWay(
  link: TraceLink,
  from: LinkSide | undefined,
  to: LinkSide | undefined,
): FrameOnLink[] {
  const rest = fateOfTheRest(link, to);
  const arrivals = new Arrivals(to);
  const frames: FrameOnLink[] = [];
  const numbers = new Map<number, Seen>();
  for (const sent of from?.seen ?? []) {
    if (sent.event.what !== 'sent') continue;
    once(numbers, sent);
    const got = arrivals.take(sent.event);
    frames.push(got ? paired(link, sent, got) : { link, sent, fate: rest(sent.event) });
  }
  for (const got of arrivals.rest()) frames.push({ link, got, fate: fateAt(got) });
  return frames;
}

/** The frames that arrived at one end of a link, to be paired with those that were sent. */
class Arrivals {
  readonly #stream: Seen[] = [];
  readonly #numbered = new Map<number, Seen>();
  /** Frames that were received after their number had been rejected: nobody sent them twice. */
  readonly #again = new Map<number, Seen>();
  #taken = 0;

  constructor(side: LinkSide | undefined) {
    for (const seen of side?.seen ?? []) {
      const { what, nth } = seen.event;
      if (what !== 'received' && what !== 'refused') continue;
      if (nth === undefined) this.#stream.push(seen);
      else this.#add(nth, seen);
    }
  }

  take({ nth }: Recorded): Seen | undefined {
    if (nth === undefined) return this.#stream[this.#taken++];
    const seen = this.#numbered.get(nth);
    this.#numbered.delete(nth);
    return seen;
  }

  rest(): Seen[] {
    return [
      ...this.#stream.slice(this.#taken),
      ...this.#numbered.values(),
      ...this.#again.values(),
    ];
  }

  /** A datagram that arrives again is a duplicate: the receiver must reject it. */
  #add(nth: number, seen: Seen): void {
    const known = this.#numbered.get(nth);
    if (known === undefined) this.#numbered.set(nth, seen);
    if (known === undefined || fateAt(seen) === 'rejected') return;
    const twin = fateAt(known) === 'received' ? known : this.#again.get(nth);
    if (twin)
      throw new Contradiction(`${told(twin)} and ${told(seen)}, which are one message`);
    this.#again.set(nth, seen);
  }
}

function once(numbers: Map<number, Seen>, sent: Seen): void {
  const { nth } = sent.event;
  if (nth === undefined) return;
  const known = numbers.get(nth);
  if (known !== undefined)
    throw new Contradiction(`${told(known)} and ${told(sent)} as one message`);
  numbers.set(nth, sent);
}

function paired(link: TraceLink, sent: Seen, got: Seen): FrameOnLink {
  if (fateAt(got) === 'received') agree(sent, got);
  return { link, sent, got, fate: fateAt(got) };
}

const fateAt = ({ event }: Seen): 'received' | 'rejected' =>
  event.what === 'received' ? 'received' : 'rejected';

/** Throws a Contradiction if the two ends describe a received message differently. */
function agree(sent: Seen, received: Seen): void {
  for (const field of ['text', 'size', 'kind'] as const) {
    const [left, right] = [sent.event[field], received.event[field]];
    if (left === undefined || right === undefined || left === right) continue;
    throw new Contradiction(
      `${told(sent)} with ${field} ${shown(left)}, ${told(received)} with ${shown(right)}`,
    );
  }
}

/** Enough of a stranger's text to find it. */
const shown = (value: string | number): string => JSON.stringify(value).slice(0, 60);

/**
 * Returns what the frame was for. The sender's word counts: of a received frame both ends say the same, and of a
 * rejected one the other end may only guess it.
 */
export const kindOf = ({ sent, got }: FrameOnLink): Kind =>
  sent?.event.kind ?? got?.event.kind ?? 'message';
