import type { Conversation } from './conversation.ts';
import type { Seen } from './end-log.ts';
import type { Fate } from './fate.ts';
import type { FrameOnLink } from './frame-on-link.ts';
import type { Relays } from './relay.ts';

/** A message that nobody heard, as its sender recorded it if that record is here, and what became of it. */
export interface Unheard {
  readonly seen: Seen;
  readonly fate: Fate;
}

/** If the copies of a message have several fates, the first of these that one of them has counts. */
const worst: readonly Fate[] = [
  'rejected',
  'lost',
  'never read',
  'passed on to nobody',
];

/** Returns the messages that certainly nobody heard: each once, however many should have heard it. */
export function unheard(
  messages: readonly FrameOnLink[],
  relays: Relays,
  conversations: readonly Conversation[],
): Unheard[] {
  const heard = new Set(
    conversations.flatMap(conversation => conversation.heard.map(({ sent }) => sent)),
  );
  const fates = new Map<FrameOnLink, FrameOnLink['fate'][]>();
  for (const frame of messages) {
    const root = rootOf(frame, relays);
    if (root === undefined || (root.sent && heard.has(root.sent))) continue;
    const known = fates.get(root);
    if (known === undefined) fates.set(root, [frame.fate]);
    else known.push(frame.fate);
  }
  return [...fates].flatMap(([root, all]) => {
    const seen = root.sent ?? root.got;
    const fate = common(all, relays, root);
    return seen && fate ? [{ seen, fate }] : [];
  });
}

const rootOf = (frame: FrameOnLink, relays: Relays): FrameOnLink | undefined =>
  frame.sent?.event.of === undefined ? frame : relays.sourceOf(frame)?.root;

function common(
  fates: readonly FrameOnLink['fate'][],
  relays: Relays,
  { sent, got }: FrameOnLink,
): Fate | undefined {
  if (fates.includes(undefined)) return undefined;
  const found = worst.find(one => fates.includes(one));
  if (found !== undefined) return found;
  // Without the author's record, copies cannot be followed back to it: they may have been heard.
  return sent && got && relays.ends.has(got.log.end)
    ? 'passed on to nobody'
    : undefined;
}
