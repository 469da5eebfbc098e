import type { TraceEvent } from '../../lib/trace/event.ts';
import { borders, type Marked } from '../../lib/view/bytes/borders.ts';
import { withFrameBytes } from '../../lib/view/bytes/frame-bytes.ts';
import { asFor, type RolesOf, type Span } from '../../lib/view/bytes/roles.ts';
import { rolesByText } from '../../lib/view/bytes/roles-by-text.ts';

/** One byte of a frame: how it is written, what it is for, and the mark of its role. */
export interface Cell extends Marked {
  readonly role: string;
  readonly glyph: string;
}

/** The bytes of one frame, as one end wrote or read them. */
export interface FrameBytes {
  readonly cells: readonly Cell[];
  readonly spans: readonly Span[];
  /** In how many chunks they came; `undefined`: the record has no chunks. */
  readonly chunks: number | undefined;
  /** How many more bytes the frame has: they are not in the record, or not shown. */
  readonly more: number;
}

/** Returns the bytes of an event of the record; `undefined` if it has none. */
export function frameBytes(
  events: readonly TraceEvent[],
  event: TraceEvent,
  rolesOf: RolesOf | undefined,
): FrameBytes | undefined {
  const stream = events.filter(one => isSameWay(one, event));
  const bytes = withFrameBytes(stream)[stream.indexOf(event)]?.bytes;
  if (bytes === undefined) return undefined;
  const frames = stream.filter(({ what }) => what !== 'chunk');
  const start = sizeOf(frames.slice(0, frames.indexOf(event)));
  const end = start + (event.size ?? bytes.length);
  const begins = chunkBegins(stream);
  const marked = borders(
    [...bytes].map((byte, i) => ({ byte, chunk: begins.has(start + i) })),
    start,
    new Set([start, end]),
  );
  const spans = rolesOf?.(bytes) ?? rolesByText(bytes, event.text ?? '');
  const marks = asFor(spans);
  const inside = [...begins].filter(at => at > start && at < end).length;
  return {
    cells: marked.map((one, i) => ({
      ...one,
      role: spans.find(span => span.start <= i && i < span.end)?.role ?? '',
      glyph: marks[i]?.glyph ?? ' ',
    })),
    spans,
    chunks: begins.size > 0 ? inside + 1 : undefined,
    more: end - start - bytes.length,
  };
}

const framesAndChunks: ReadonlySet<string> = new Set([
  'sent',
  'received',
  'refused',
  'chunk',
]);

/** Whether both were recorded by one end, of one direction of one link. */
const isSameWay = (one: TraceEvent, other: TraceEvent): boolean =>
  one.end === other.end &&
  one.link === other.link &&
  one.by === other.by &&
  framesAndChunks.has(one.what);

const sizeOf = (events: readonly TraceEvent[]): number =>
  events.reduce((sum, { size = 0 }) => sum + size, 0);

/** Returns at which bytes of the stream a chunk begins. */
function chunkBegins(stream: readonly TraceEvent[]): Set<number> {
  let offset = 0;
  const begins = new Set<number>();
  for (const { what, size = 0 } of stream) {
    if (what !== 'chunk') continue;
    begins.add(offset);
    offset += size;
  }
  return begins;
}
