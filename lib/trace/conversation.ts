import type { Seen } from './end-log.ts';
import { type FrameOnLink, kindOf } from './frame-on-link.ts';
import type { Relays } from './relay.ts';
import { openingOf, type TraceLink } from './trace-link.ts';

/**
 * One message that was heard: the event of its sending, and the event of its arrival as a whole at
 * the other end.
 */
export interface Heard {
  readonly from: string;
  readonly to: string;
  readonly sent: Seen;
  readonly received: Seen;
  /** The event when the first relay received the message, if it went through one. */
  readonly taken?: Seen;
}

/** What two ends said to each other over one link, or two people through a relay. */
export interface Conversation {
  /** The end that opened the link; through a relay, the person who spoke first. */
  readonly caller: string;
  readonly callee: string;
  /** In the order in which they were sent. */
  readonly heard: readonly Heard[];
  /** The link, if no relay is between them. */
  readonly link?: TraceLink;
}

/** Returns the conversation over one link. An end without a record is called `the other end`. */
export function conversationOver(
  link: TraceLink,
  frames: readonly FrameOnLink[],
): Conversation {
  const [one, other] = link.sides;
  const far = other?.end ?? unrecorded;
  const calls = openingOf(one.seen) ?? openingOf(other?.seen ?? []);
  const iCalled =
    calls === undefined || (calls.event.by === 'self') === (calls.log.end === one.end);
  const [caller, callee] = iCalled ? [one.end, far] : [far, one.end];
  const heard = frames.flatMap(frame => [...direct(frame), ...arrived(frame)]);
  return { caller, callee, heard: inOrder(heard), link };
}

/**
 * Returns the conversations between people through a relay, and those of a relay with people to
 * whom it speaks itself.
 */
export function conversationsThrough(
  relays: Relays,
  frames: readonly FrameOnLink[],
): Conversation[] {
  const pairs = new Pairs();
  for (const heard of onceEach(frames.flatMap(frame => passedOn(relays, frame))))
    pairs.between(heard.from, heard.to).push(heard);
  return pairs.all.map(heard => {
    const words = inOrder(heard);
    const [{ from: caller, to: callee }] = words as [Heard];
    return { caller, callee, heard: words };
  });
}

const unrecorded = 'the other end';

function direct({ sent, got, fate }: FrameOnLink): Heard[] {
  if (sent === undefined || got === undefined || fate !== 'received') return [];
  return [{ from: sent.log.end, to: got.log.end, sent, received: got }];
}

/** If the sender kept no record, a message is known only by its arrival. */
function arrived({ link, got, fate }: FrameOnLink): Heard[] {
  if (link.sides.length === 2 || got === undefined || fate !== 'received') return [];
  return [{ from: unrecorded, to: got.log.end, sent: got, received: got }];
}

function passedOn(relays: Relays, frame: FrameOnLink): Heard[] {
  const [heard] = direct(frame);
  if (heard === undefined || relays.ends.has(heard.to)) return [];
  if (heard.sent.event.of === undefined)
    return kindOf(frame) === 'message' ? [heard] : [];
  const { root, taken } = relays.sourceOf(frame) ?? {};
  if (root?.sent === undefined || taken?.got === undefined) return [];
  if (kindOf(root) !== 'message') return [];
  const from = root.sent.log.end;
  return from === heard.to
    ? []
    : [{ ...heard, from, sent: root.sent, taken: taken.got }];
}

/** The messages between each two people, in both directions. */
class Pairs {
  readonly all: Heard[][] = [];
  readonly #byName = new Map<string, Map<string, Heard[]>>();

  between(one: string, other: string): Heard[] {
    return this.#of(one).get(other) ?? this.#add(one, other);
  }

  #add(one: string, other: string): Heard[] {
    const heard: Heard[] = [];
    this.all.push(heard);
    this.#of(one).set(other, heard);
    this.#of(other).set(one, heard);
    return heard;
  }

  #of(name: string): Map<string, Heard[]> {
    const known = this.#byName.get(name) ?? new Map<string, Heard[]>();
    this.#byName.set(name, known);
    return known;
  }
}

/** If a message arrives twice at one end, it was heard when it arrived first. */
function onceEach(all: readonly Heard[]): Heard[] {
  const first = new Map<Seen, Map<string, Heard>>();
  for (const heard of all) {
    const by = first.get(heard.sent) ?? new Map<string, Heard>();
    first.set(heard.sent, by);
    const known = by.get(heard.to);
    if (known === undefined || heard.received.place < known.received.place)
      by.set(heard.to, heard);
  }
  return [...first.values()].flatMap(by => [...by.values()]);
}

const inOrder = (heard: readonly Heard[]): Heard[] =>
  heard.toSorted((one, two) => one.sent.place - two.sent.place);
