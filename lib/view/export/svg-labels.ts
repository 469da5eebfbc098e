import type { Arrow } from '../meaning/item.ts';
import { cells, shorten } from '../text/width.ts';
import type { Point, Stroke } from './svg-lines.ts';
import { Shelves } from './svg-shelves.ts';
import {
  freeParts,
  type Interval,
  type LabelStrip,
  type Segment,
} from './svg-strips.ts';

/** Words beside their arrow: where they begin, in which direction, and above the line or below it. */
export interface Label {
  readonly text: string;
  readonly at: Point;
  /** In radians. */
  readonly angle: number;
  readonly above: boolean;
}

export interface LabelRoom {
  /** The width of the drawing, and of one letter, in pixels. */
  readonly width: number;
  readonly letter: number;
  /** The arrows whose label another arrow of the same fan-out has. */
  readonly repeated: ReadonlySet<Arrow>;
  /** What labels may not cover, besides the lines. */
  readonly taken: readonly Segment[];
}

/**
 * Finds a place for each label where no other line and no other label is: above its line or below it,
 * along the line or level with one of its ends. It is shortened only if there is no such place.
 * Messages choose first. The repeated ones come last: they have a label only if it is whole along its line.
 */
export function placeLabels(
  strokes: readonly Stroke[],
  room: LabelRoom,
): ReadonlyMap<Arrow, Label> {
  const labels = new Map<Arrow, Label>();
  const taken = new Shelves();
  for (const line of [...strokes, ...room.taken]) taken.add(line);
  const rank = ({ arrow }: Stroke) =>
    (room.repeated.has(arrow) ? 2 : 0) + (arrow.kind === 'message' ? 0 : 1);
  for (const stroke of strokes.toSorted((a, b) => rank(a) - rank(b))) {
    const { arrow } = stroke;
    const label = labelFor(stroke, taken.near(stroke), room);
    if (room.repeated.has(arrow) && !isWholeBeside(label, stroke)) continue;
    labels.set(arrow, label);
    for (const edge of outline(label, cells(label.text) * room.letter)) taken.add(edge);
  }
  return labels;
}

/** A line that is level has no slope to tell its label from one that is level with an end. */
const isWholeBeside = ({ text, angle }: Label, { arrow }: Stroke): boolean =>
  angle !== 0 && text === arrow.label + marks[arrow.heard];

const marks = { yes: '', late: '', no: ' \u2717', stub: ' \u2026' };

function labelFor(
  stroke: Stroke,
  taken: readonly Segment[],
  { width, letter }: LabelRoom,
): Label {
  const { label, heard } = stroke.arrow;
  const mark = marks[heard];
  const places = stripsFor(stroke, width).map(strip => placeIn(strip, taken));
  const wanted = cells(label + mark) * letter;
  const longest = (a: Place, b: Place) => (roomIn(b) > roomIn(a) ? b : a);
  const place = places.find(one => roomIn(one) >= wanted) ?? places.reduce(longest);
  const most = Math.floor(roomIn(place) / letter);
  if (most < fewest) return written(place, '', 0);
  const text = cells(label + mark) <= most ? label : shorten(label, most - cells(mark));
  return written(place, text + mark, cells(text + mark) * letter);
}

/** With fewer letters a label says nothing. */
const fewest = 4;

interface Place extends LabelStrip {
  readonly part: Interval;
  readonly align: 'centre' | 'start' | 'end';
}

const roomIn = ({ part }: Place): number => part.to - part.from;

/**
 * Beside the line, which needs space for its ends; or level with its start or its end, as far as
 * there is space.
 */
function stripsFor({ start, end }: Stroke, width: number): Omit<Place, 'part'>[] {
  const goesRight = start.x <= end.x;
  const [left, right] = goesRight ? [start, end] : [end, start];
  const [across, down] = [right.x - left.x, right.y - left.y];
  const line = { origin: left, angle: Math.atan2(down, across) };
  const beside = { ...line, from: 12, to: Math.hypot(across, down) - 14 } as const;
  const level = ({ x, y }: Point, toRight: boolean) => ({
    origin: { x: 0, y },
    angle: 0,
    from: toRight ? x + 8 : 8,
    to: toRight ? width - 8 : x - 8,
    align: toRight ? ('start' as const) : ('end' as const),
  });
  return [
    { ...beside, above: true, align: 'centre' },
    { ...level(start, goesRight), above: true },
    { ...beside, above: false, align: 'centre' },
    { ...level(end, !goesRight), above: false },
  ];
}

function placeIn(strip: Omit<Place, 'part'>, taken: readonly Segment[]): Place {
  const parts = freeParts(strip, taken);
  const none = { from: 0, to: 0 };
  const first = parts.find(({ from }) => from === strip.from) ?? none;
  const last = parts.findLast(({ to }) => to === strip.to) ?? none;
  const longest = parts.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a), none);
  return { ...strip, part: { start: first, end: last, centre: longest }[strip.align] };
}

function written(place: Place, text: string, length: number): Label {
  const { origin, angle, above, part, align } = place;
  const centred = (part.from + part.to - length) / 2;
  const along = { start: part.from, end: part.to - length, centre: centred }[align];
  return { text, at: beside({ origin, angle }, along, 0), angle, above };
}

/** The upper and the lower edge of the letters: no other label may cross them. */
function outline(label: Label, length: number): Segment[] {
  const strip = { origin: label.at, angle: label.angle };
  const heights = label.above ? [5, 15] : [-5, -15];
  return heights.map(up => ({
    start: beside(strip, 0, up),
    end: beside(strip, length, up),
  }));
}

/** Returns the point so far along the strip's line, and so far above it. */
const beside = (
  { origin, angle }: Pick<LabelStrip, 'origin' | 'angle'>,
  along: number,
  up: number,
): Point => ({
  x: origin.x + along * Math.cos(angle) + up * Math.sin(angle),
  y: origin.y + along * Math.sin(angle) - up * Math.cos(angle),
});
