import { type Frames, isMessage, rootOf } from './frames.ts';
import { different, type Line, onOneLink } from './line.ts';

/** A message, and one end that heard it. */
export interface Heard {
  readonly from: string;
  readonly to: string;
  readonly sent: Line;
  readonly received: Line;
}

/** Everything that anybody heard of somebody else, directly or through relays; the first time. */
export function heardIn(frames: Frames): Heard[] {
  const all = sentIn(frames).flatMap(frame => hearingOf(frame, frames));
  return all.filter(
    one =>
      !all.some(
        other =>
          other.sent === one.sent &&
          other.to === one.to &&
          other.received.place < one.received.place,
      ),
  );
}

function hearingOf(frame: Line, frames: Frames): Heard[] {
  const received = frames.match.get(frame);
  const sent = rootOf(frames, frame);
  if (received?.what !== 'received' || sent === undefined) return [];
  const { end: from } = sent;
  const { end: to } = received;
  if (frames.relays.has(to) || from === to || !isMessage(frames, sent)) return [];
  return [{ from, to, sent, received }];
}

type Fate = 'received' | 'rejected' | 'lost' | 'never read' | 'none yet';

/** What became of one frame. */
export function fateOf(frame: Line, { lines, match }: Frames): Fate {
  const arrival = match.get(frame);
  if (arrival) return arrival.what === 'received' ? 'received' : 'rejected';
  const onLink = lines.filter(line => onOneLink(line, frame));
  const there = onLink.filter(({ end }) => end !== frame.end);
  const isMissed = there.some(
    ({ what, nth }) => what === 'lost' && nth !== undefined && nth === frame.nth,
  );
  const listensNoMore = there.some(
    ({ what, by }) =>
      what === 'closed' || what === 'reset' || (what === 'ended' && by === 'peer'),
  );
  if (isMissed) return 'lost';
  if (!listensNoMore) return 'none yet';
  return onLink.some(({ what }) => what === 'reset') ? 'lost' : 'never read';
}

/** Whether nothing can be missing from what is written about this link. */
export function isWhole(link: readonly Line[], frames: Frames): boolean {
  const { lines, match } = frames;
  const ends = different(link.map(({ end }) => end));
  return (
    ends.length === 2 &&
    ends.every(end => link.find(line => line.end === end)?.what === 'opened') &&
    hasAsManyCallsAtBothEnds(link, lines) &&
    link.every(line => line.what !== 'received' || match.has(line)) &&
    link.every(line => line.what !== 'sent' || isAccountedFor(line, frames))
  );
}

function isAccountedFor(frame: Line, frames: Frames): boolean {
  const root = rootOf(frames, frame);
  if (root === undefined) return false;
  const matters = isMessage(frames, frame) || isMessage(frames, root);
  return !matters || fateOf(frame, frames) !== 'none yet';
}

function hasAsManyCallsAtBothEnds(
  link: readonly Line[],
  lines: readonly Line[],
): boolean {
  const calls = lines.filter(line => line.link === link[0]?.link);
  const last = different(calls.map(({ end }) => end)).map(end =>
    Math.max(...calls.filter(line => line.end === end).map(({ call }) => call)),
  );
  return different(last).length === 1;
}

export const sentIn = ({ lines }: Frames): Line[] =>
  lines.filter(({ what }) => what === 'sent');
