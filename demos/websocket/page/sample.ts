import type { TraceEvent } from '../../../lib/trace/event.ts';
import { toJsonLines } from '../../../lib/trace/jsonl.ts';
import { shape } from '../../../lib/view/export/svg-shape.ts';
import { drawHeads, headHeight } from './heads.ts';
import { drawLadder } from './ladder.ts';
import { layoutOf } from './layout.ts';
import { LiveRecord, type Update } from './live-record.ts';
import { onceAFrame } from './once-a-frame.ts';
import { fill, pixelsPerUnit } from './svg-nodes.ts';

type Step = readonly [
  end: 'room' | 'page',
  link: 1 | 2,
  nth: number,
  text: string,
  of?: 1 | 2,
];

const said: readonly Step[] = [
  ['page', 1, 1, 'Tea?'],
  ['page', 2, 1, 'Coffee?'],
  ['room', 1, 1, 'Tea?'],
  ['room', 2, 1, '[alice] Tea?', 1],
  ['room', 2, 1, 'Coffee?'],
  ['room', 1, 1, '[bob] Coffee?', 2],
  ['page', 2, 1, '[alice] Tea?'],
  ['page', 1, 1, '[bob] Coffee?'],
];

function eventOf([end, link, nth, text, of]: Step, place: number): TraceEvent {
  const sends = end === 'room' ? of !== undefined : !text.startsWith('[');
  return {
    n: place + 1,
    at: 0,
    end,
    link: `link ${link}`,
    what: sends ? 'sent' : 'received',
    by: sends ? 'self' : 'peer',
    kind: 'message',
    text,
    nth,
    ...(of && { of: { link: `link ${of}`, nth: 1 } }),
  };
}

const update: Update = {
  anew: true,
  since: 1,
  late: false,
  whole: true,
  people: [
    { link: 'link 1', name: 'alice', isHere: true },
    { link: 'link 2', name: 'bob', isHere: true },
  ],
  counts: { said: 2, heard: 2, crossings: 1, oneOrder: true },
  lines: toJsonLines(said.map(eventOf)),
};

/** Two messages that cross, as the page will draw them: the first thing that a newcomer sees. */
export function showSample(figure: HTMLElement): void {
  const record = new LiveRecord();
  record.take(JSON.stringify(update));
  const svg = figure.querySelector('svg') as SVGElement;
  const draw = () => {
    const width = Math.floor(figure.clientWidth / pixelsPerUnit());
    if (width > 0) drawSample(svg, record, width);
  };
  new ResizeObserver(onceAFrame(draw)).observe(figure);
}

function drawSample(svg: Element, record: LiveRecord, width: number): void {
  const layout = layoutOf(record, { width, me: '' });
  const colour = (name: string) => record.colourOf(name);
  const heads = drawHeads(layout.lanes, layout.at, { colour, me: '', width });
  const transform = `translate(0 ${headHeight})`;
  const below = shape('g', { transform }, drawLadder(layout, record));
  fill(svg, [...heads, below], { width, height: layout.plan.height + headHeight });
}
