import { byId, calm } from './dom.ts';
import { draggable } from './drag.ts';
import { mostRows } from './drawn-part.ts';
import type { Lab, Shown } from './lab.ts';
import { shownAt } from './moments.ts';
import { type LadderPicture, pictureOf } from './picture.ts';
import { scaleFor } from './scale.ts';
import { put } from './trusted.ts';

/** Where the ladder has a place of its own beside the other parts of the page. */
const wide = '(min-width: 58rem)';

/** Draws the ladder at the present moment, and lets the reader choose an event in it. */
export function ladderView(lab: Lab): void {
  const frame = byId('ladder', HTMLElement);
  const leftOut = byId('left-out', HTMLElement);
  let picture: LadderPicture | undefined;
  let width = 0;
  const draw = (now: Shown, before: Shown | undefined) => {
    picture = drawIn(frame, now, before);
    leftOut.hidden = picture.leftOut === 0;
    leftOut.textContent = `The picture has room for ${mostRows} events: ${picture.leftOut} earlier ones are left out.`;
    mark(frame, picture, now.chosen);
  };
  lab.listen((now, before) => {
    if (now.run !== before?.run || now.at !== before.at) draw(now, before);
    else if (picture && now.chosen !== before.chosen) mark(frame, picture, now.chosen);
  });
  new ResizeObserver(() => {
    if (frame.clientWidth === width) return;
    width = frame.clientWidth;
    draw(lab.shown, lab.shown);
  }).observe(frame);
  choosing(lab, frame);
  draggable(lab, frame);
}

function drawIn(
  frame: HTMLElement,
  now: Shown,
  before: Shown | undefined,
): LadderPicture {
  const { run, at } = now;
  const upTo = shownAt(run, at);
  const goesOn = before?.run === run && before.at < at;
  const newFrom = goesOn && !calm() ? shownAt(run, before.at) : upTo;
  const had = frame.contains(document.activeElement);
  const height = matchMedia(wide).matches ? frame.clientHeight - 8 : undefined;
  const letters =
    Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const scale = scaleFor(run, { width: frame.clientWidth, height, letters });
  const picture = pictureOf(run, upTo, { ...scale, newFrom });
  put(frame, picture.markup);
  frame.hidden = run.lanes.length === 0;
  const newest = eventsIn(frame).at(-1);
  if (newest) follow(frame, newest);
  if (now.chosen === undefined) newest?.setAttribute('tabindex', '0');
  if (had) focusOn(frame, now.chosen);
  return picture;
}

/** Moves the ladder, and never the page, until the newest event can be seen. */
function follow(frame: HTMLElement, newest: SVGElement): void {
  const [seen, event] = [frame.getBoundingClientRect(), newest.getBoundingClientRect()];
  const below = event.bottom + event.height - seen.bottom;
  const above = event.top - 3 * event.height - seen.top;
  if (below > 0) frame.scrollTop += below;
  else if (above < 0) frame.scrollTop += above;
}

const eventsIn = (frame: HTMLElement): SVGElement[] => [
  ...frame.querySelectorAll<SVGElement>('.event'),
];

const placeOf = ({ dataset }: SVGElement): number => Number(dataset.place);

export function focusOn(frame: HTMLElement, place: number | undefined): void {
  const events = eventsIn(frame);
  (events.find(one => placeOf(one) === place) ?? events.at(-1))?.focus();
}

/** Marks the chosen event, and the same message at its other end. */
function mark(frame: HTMLElement, { rows }: LadderPicture, chosen: number | undefined) {
  const events = eventsIn(frame);
  const at = events.findIndex(one => placeOf(one) === chosen);
  const line = rows[at];
  const other = line && (line.bySender ? line.arrow.got : line.arrow.sent);
  for (const [i, event] of events.entries()) {
    event.classList.toggle('chosen', i === at);
    event.classList.toggle('other', other !== undefined && rows[i]?.event === other);
    event.setAttribute('aria-pressed', String(i === at));
    if (at >= 0) event.setAttribute('tabindex', i === at ? '0' : '-1');
  }
}

/** Within the ladder the keys go from event to event; Tab leaves it. */
function choosing(lab: Lab, frame: HTMLElement): void {
  const at = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<SVGElement>('.event') : null;
  frame.addEventListener('click', ({ target }) => {
    const event = at(target);
    if (event) lab.change({ chosen: placeOf(event), playing: false });
    event?.focus();
  });
  frame.addEventListener('keydown', key => {
    const event = at(key.target);
    if (!event || key.altKey || key.ctrlKey || key.metaKey) return;
    const events = eventsIn(frame);
    const here = events.indexOf(event);
    const next = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      Enter: here,
    }[key.key];
    const found = next === undefined ? undefined : events[next];
    if (next === undefined) return;
    key.preventDefault();
    key.stopPropagation();
    if (!found) return;
    lab.change({ chosen: placeOf(found), playing: false });
    found.focus();
  });
}
