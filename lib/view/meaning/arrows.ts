import type { TraceEvent } from '../../trace/event.ts';
import type { FarEnd } from './ends.ts';
import type { Arrow, ArrowKind } from './item.ts';

const wireKinds: Partial<Record<TraceEvent['what'], ArrowKind>> = {
  opened: 'connect',
  ended: 'fin',
  reset: 'rst',
};

const names: Partial<Record<ArrowKind, string>> = {
  fin: 'FIN',
  rst: 'RST',
};

/** What is known when an event is drawn: what the other end recorded, and in which batch. */
export interface Known {
  readonly partner: TraceEvent | undefined;
  readonly partnerIsHere: boolean;
  readonly far: FarEnd;
}

/** Returns the arrow that begins or ends with an event. */
export function arrowOf(event: TraceEvent, known: Known): Arrow {
  const ours = event.by === 'self';
  const sent = ours ? event : known.partner;
  const got = ours ? known.partner : event;
  const kind = wireKinds[event.what] ?? sent?.kind ?? event.kind ?? 'message';
  return {
    is: 'arrow',
    kind,
    link: event.link,
    from: ours ? event.end : known.far.name,
    to: ours ? known.far.name : event.end,
    label: labelOf(
      kind,
      event.what in wireKinds ? event.text : (sent?.text ?? got?.text),
    ),
    heard: fate(event, known, got),
    ...(got?.reason !== undefined && { reason: got.reason }),
    ...(sent && { sent }),
    ...(got && { got }),
  };
}

/**
 * Returns the name of an ending. A transport without FIN and RST has its own names, perhaps another at each
 * end: one end sees only silence, and the other receives `who?`.
 */
function labelOf(kind: ArrowKind, text: string | undefined): string {
  return kind === 'connect' ? 'connects' : (text ?? names[kind] ?? '');
}

function fate(event: TraceEvent, known: Known, got?: TraceEvent): Arrow['heard'] {
  const alone = !known.partnerIsHere && known.far.keepsRecord;
  if (alone && event.by === 'self') return 'stub';
  if (alone && known.partner !== undefined) return 'late';
  return got?.what === 'refused' ? 'no' : 'yes';
}

const landed = ({ heard }: Arrow): boolean => heard === 'yes' || heard === 'no';

/** Returns what two arrows must have in common to cross: the link, or the end that passes both on. */
const way = (arrow: Arrow): string => arrow.hops?.[0].to ?? arrow.link;

/** Whether each was sent before the other was heard. Only the order at each end counts (docs/trace.md). */
export function crossed(a: Arrow, b: Arrow): boolean {
  if (way(a) !== way(b) || a.from !== b.to || a.to !== b.from) return false;
  if (a.kind !== 'message' || b.kind !== 'message') return false;
  if (!landed(a) || !landed(b)) return false;
  if (!a.sent || !a.got || !b.sent || !b.got) return false;
  return a.sent.n < b.got.n && b.sent.n < a.got.n;
}
