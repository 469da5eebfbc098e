import { type Line, onOneLink } from './line.ts';

/** How the frames of a record belong together. */
export interface Frames {
  readonly lines: readonly Line[];
  /** Of a sent frame: where it was received or refused. Of that: where it was sent. */
  readonly match: ReadonlyMap<Line, Line>;
  /** Ends that say that they are a relay, or pass something on. */
  readonly relays: ReadonlySet<string>;
}

export const isArrival = ({ what }: Line): boolean =>
  what === 'received' || what === 'refused';

export function matched(lines: readonly Line[]): Frames {
  const match = new Map<Line, Line>();
  for (const sent of lines.filter(({ what }) => what === 'sent')) {
    const arrival = arrivalOf(sent, lines);
    if (arrival === undefined) continue;
    match.set(sent, arrival);
    match.set(arrival, sent);
  }
  const relays = lines.filter(({ role, of }) => role === 'relay' || of);
  return { lines, match, relays: new Set(relays.map(({ end }) => end)) };
}

/** By number: the first with that number. Without: the k-th frame sent is the k-th to arrive. */
function arrivalOf(sent: Line, lines: readonly Line[]): Line | undefined {
  const onLink = lines.filter(line => onOneLink(line, sent));
  const alike = onLink.filter(line => line.nth === sent.nth);
  const arrivals = alike.filter(line => line.end !== sent.end && isArrival(line));
  if (sent.nth !== undefined) return arrivals[0];
  const said = alike.filter(({ end, what }) => end === sent.end && what === 'sent');
  return arrivals[said.indexOf(sent)];
}

/** A message, if either end says so, or if neither says what it is. */
export function isMessage({ match }: Frames, frame: Line): boolean {
  const kinds = [frame.kind, match.get(frame)?.kind];
  return kinds.includes('message') || kinds.every(kind => kind === undefined);
}

/**
 * What a relay passes on: the nth that it had received, on the latest link of that name with that
 * many frames.
 */
export function sourceOf({ lines }: Frames, copy: Line): Line | undefined {
  const { link, nth = 0 } = copy.of ?? {};
  const received = lines.filter(
    line =>
      line.end === copy.end &&
      line.link === link &&
      line.place < copy.place &&
      line.what === 'received',
  );
  for (let call = Math.max(0, ...received.map(line => line.call)); call > 0; call--) {
    const there = received.filter(line => line.call === call);
    if (there.length >= nth) return there[nth - 1];
  }
  return undefined;
}

/** The frame in which the words of this one were said first. */
export function rootOf(frames: Frames, sent: Line): Line | undefined {
  if (sent.of === undefined) return sent;
  const source = sourceOf(frames, sent);
  const before = source && frames.match.get(source);
  return before && rootOf(frames, before);
}
