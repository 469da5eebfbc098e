import { byId, calm } from './dom.ts';
import { draggable } from './drag.ts';
import { mostRows } from './drawn-part.ts';
import type { Lab, Shown } from './lab.ts';
import { choosing, eventsIn, mark, placeOf } from './ladder-choice.ts';
import { shownAt } from './moments.ts';
import { type LadderPicture, pictureOf } from './picture.ts';
import { type Room, scaleFor } from './scale.ts';
import { put } from './trusted.ts';

/** Draws the ladder at the present moment, and lets the reader choose an event in it. */
export function ladderView(lab: Lab): void {
  const frame = byId('ladder', HTMLElement);
  let picture: LadderPicture | undefined;
  let width = 0;
  const draw = (now: Shown, before: Shown | undefined) => {
    picture = drawIn(frame, now, before);
    tellLeftOut(picture);
  };
  lab.listen((now, before) => {
    if (now.run !== before?.run || now.at !== before.at) draw(now, before);
    else if (picture && now.chosen !== before.chosen) {
      mark(frame, picture, now.chosen);
      follow(frame, now.chosen);
    }
  });
  new ResizeObserver(() => {
    if (frame.clientWidth === width) return;
    width = frame.clientWidth;
    draw(lab.shown, lab.shown);
  }).observe(frame);
  choosing(lab, frame);
  draggable(lab, frame);
}

function drawIn(frame: HTMLElement, now: Shown, before: Shown | undefined) {
  const { run, at, chosen } = now;
  frame.hidden = run.lanes.length === 0;
  const upTo = shownAt(run, at);
  const goesOn = before?.run === run && before.at < at;
  const newFrom = goesOn && !calm() ? shownAt(run, before.at) : upTo;
  const hadFocus = frame.contains(document.activeElement);
  const picture = pictureOf(run, upTo, { ...scaleFor(run, roomIn(frame)), newFrom });
  put(frame, picture.markup);
  mark(frame, picture, chosen);
  follow(frame, chosen);
  if (hadFocus) frame.querySelector<SVGElement>('.event[tabindex="0"]')?.focus();
  return picture;
}

/** Where the ladder has a place of its own beside the other parts of the page. */
const wide = '(min-width: 58rem)';

/** About what stands above and below the ladder there, in letters of the page. */
const around = 21;

/** Does not depend on what is said now: the size of the drawing stays while the scene plays. */
function roomIn({ clientWidth }: HTMLElement): Room {
  const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return {
    width: clientWidth,
    height: matchMedia(wide).matches ? innerHeight - around * letter : undefined,
    letters: letter / 16,
  };
}

function tellLeftOut({ leftOut }: LadderPicture): void {
  const note = byId('left-out', HTMLElement);
  note.hidden = leftOut === 0;
  note.textContent = `The picture has room for ${mostRows} events: ${leftOut} earlier ones are left out.`;
}

/** Moves the ladder, and never the page, until the chosen event can be seen, or else the newest. */
function follow(frame: HTMLElement, chosen: number | undefined): void {
  const events = eventsIn(frame);
  const found = events.find(one => placeOf(one) === chosen) ?? events.at(-1);
  if (found === undefined) return;
  const [seen, event] = [frame.getBoundingClientRect(), found.getBoundingClientRect()];
  const below = event.bottom + event.height - seen.bottom;
  const above = event.top - 3 * event.height - seen.top;
  if (below > 0) frame.scrollTop += below;
  else if (above < 0) frame.scrollTop += above;
}
