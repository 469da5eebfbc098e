import type { Point } from './svg-lines.ts';

/** A straight line that words may not cover. */
export interface Segment {
  readonly start: Point;
  readonly end: Point;
}

/** Where words may stand: beside a line that starts at `origin`, in the direction of reading. */
export interface LabelStrip {
  readonly origin: Point;
  /** In radians. */
  readonly angle: number;
  /** The distances from the origin between which there may be words. */
  readonly from: number;
  readonly to: number;
  readonly above: boolean;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** How far from its line a strip begins and ends, in pixels. */
const [near, far] = [2, 17];

/** Returns the parts of a strip that no line touches, from left to right. */
export function freeParts(strip: LabelStrip, segments: readonly Segment[]): Interval[] {
  const taken = segments
    .flatMap(segment => overlap(strip, segment) ?? [])
    .sort((a, b) => a.from - b.from);
  const free: Interval[] = [];
  let from = strip.from;
  for (const part of taken) {
    if (part.from > from) free.push({ from, to: Math.min(part.from, strip.to) });
    from = Math.max(from, part.to);
  }
  free.push({ from, to: strip.to });
  return free.filter(part => part.to > part.from);
}

/** Returns the part of a strip that a line covers; `undefined` if it does not touch the strip. */
function overlap(strip: LabelStrip, { start, end }: Segment): Interval | undefined {
  const [a, b] = [seenFrom(strip, start), seenFrom(strip, end)];
  const [low, high] = strip.above ? [near, far] : [-far, -near];
  const rise = b.y - a.y;
  if (rise === 0) return a.y < low || a.y > high ? undefined : ordered(a.x, b.x);
  const [enters, leaves] = [(low - a.y) / rise, (high - a.y) / rise].sort(
    (one, other) => one - other,
  ) as [number, number];
  const [first, last] = [Math.max(0, enters), Math.min(1, leaves)];
  if (first >= last) return undefined;
  return ordered(a.x + (b.x - a.x) * first, a.x + (b.x - a.x) * last);
}

/** Returns the point as the strip sees it: `x` along its line, `y` above it. */
function seenFrom({ origin, angle }: LabelStrip, { x, y }: Point): Point {
  const [right, down] = [x - origin.x, y - origin.y];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: right * cos + down * sin, y: right * sin - down * cos };
}

/** Words keep this distance from a line that crosses theirs, in pixels. */
const clearance = 6;

const ordered = (a: number, b: number): Interval => ({
  from: Math.min(a, b) - clearance,
  to: Math.max(a, b) + clearance,
});
