import type { TraceEvent } from '../../lib/trace/event.ts';
import { type LadderDrawing, ladderDrawing, step } from '../../lib/view/export/svg.ts';
import { attribute, escaped } from '../../lib/view/export/svg-text.ts';
import { type Line, lineOf } from '../../lib/view/meaning/line.ts';
import { sentence } from '../../lib/view/rows/plain.ts';
import type { LabRun } from '../engine/lab-run.ts';
import { drawnPart } from './drawn-part.ts';
import { rowsHigh, type Scale } from './scale.ts';

/** The ladder up to one moment. */
export interface LadderPicture {
  readonly markup: string;
  /** The event in each row that was drawn, from the top. */
  readonly rows: readonly Line[];
  /** How many events came earlier and are not drawn. */
  readonly leftOut: number;
}

interface Look extends Scale {
  /** The events from this place on are new: they may appear with a motion. */
  readonly newFrom: number;
}

/**
 * Draws the first `upTo` events of those that a picture shows. All that people said is escaped by
 * lib/view.
 */
export function pictureOf(run: LabRun, upTo: number, look: Look): LadderPicture {
  const { places, leftOut } = drawnPart(run, upTo);
  const placeOf = (event: TraceEvent) => places.get(event) ?? 0;
  const events = [...places.keys()];
  const { mode } = run;
  const lanes = lanesIn(run, events);
  const ladder = ladderDrawing(events, { mode, lanes }, look.gap);
  const { plan, items } = ladder;
  const rows = lineOf(items).sort((a, b) => plan.y(a.event) - plan.y(b.event));
  const height = rowsHigh(run);
  const firstNew = events.find(event => placeOf(event) >= look.newFrom);
  const markup = [
    ...names(ladder, look),
    `<svg ${size(plan.width, height, look)} role="group" aria-label="Events">`,
    ...rows.map(line => row(line, placeOf(line.event), ladder, lanes.length > 2)),
    '<g class="drawing" aria-hidden="true">',
    ...ladder.shapes,
    veil(ladder, height, firstNew),
    ...wholeLanes(ladder, height),
    '</g></svg>',
  ];
  return { markup: markup.join('\n'), rows, leftOut };
}

/** The most lanes that are drawn although nothing happens there now. */
const mostLanes = 24;

/** Of very many ends, only those that take part in what is drawn. */
function lanesIn({ lanes }: LabRun, events: readonly TraceEvent[]): readonly string[] {
  if (lanes.length <= mostLanes) return lanes;
  const ends = new Set(events.map(({ end }) => end));
  return lanes.filter(name => ends.has(name));
}

const nameHeight = 36;

const size = (width: number, height: number, { times }: Scale): string =>
  `viewBox="0 0 ${width} ${height}" width="${width * times}" height="${height * times}"`;

/** The names in a drawing of their own, which stays in place. */
const names = ({ plan }: LadderDrawing, look: Scale): string[] => [
  `<svg class="names" ${size(plan.width, nameHeight, look)} aria-hidden="true">`,
  ...plan.names.map(
    name =>
      `<text x="${plan.x(name)}" y="24" text-anchor="middle">${escaped(name)}</text>`,
  ),
  '</svg>',
];

/** A place to click or to reach by key: the whole row, for each row has one event. */
function row(line: Line, place: number, { plan }: LadderDrawing, several: boolean) {
  const y = plan.y(line.event) - step / 2;
  return (
    `<g class="event" role="button" tabindex="-1" data-place="${place}" aria-pressed="false" aria-label=${attribute(sentence(line, several))}>` +
    `<rect x="0" y="${y}" width="${plan.width}" height="${step}"/></g>`
  );
}

/** Lies over what is new, and fades: so new events appear. Lanes are above it, and stay. */
function veil({ plan }: LadderDrawing, height: number, first: TraceEvent | undefined) {
  if (first === undefined) return '';
  const y = plan.y(first) - step / 2;
  return `<rect class="veil" x="0" y="${y}" width="${plan.width}" height="${height - y}"/>`;
}

/** The lanes go on to the foot of the picture: there is room for what comes. */
const wholeLanes = ({ plan }: LadderDrawing, height: number): string[] =>
  plan.names.map(name => {
    const x = plan.x(name);
    return `<line class="lane whole" x1="${x}" y1="${nameHeight}" x2="${x}" y2="${height}"/>`;
  });
