import type { Lab } from './lab.ts';
import type { LadderPicture } from './picture.ts';

/** Returns the rows of the ladder, each with one event, from the top. */
export const eventsIn = (frame: HTMLElement): SVGElement[] => [
  ...frame.querySelectorAll<SVGElement>('.event'),
];

export const placeOf = ({ dataset }: SVGElement): number => Number(dataset.place);

/** Returns the event at which a pointer or a key has its target. */
export const eventAt = (target: EventTarget | null): SVGElement | undefined =>
  (target instanceof Element ? target.closest<SVGElement>('.event') : null) ??
  undefined;

/** Marks the chosen event, and the same message at its other end. */
export function mark(
  frame: HTMLElement,
  { rows }: LadderPicture,
  chosen: number | undefined,
): void {
  const events = eventsIn(frame);
  const at = events.findIndex(one => placeOf(one) === chosen);
  const line = rows[at];
  const other = line && (line.bySender ? line.arrow.got : line.arrow.sent);
  const stop = at < 0 ? events.length - 1 : at;
  for (const [i, event] of events.entries()) {
    event.classList.toggle('chosen', i === at);
    event.classList.toggle('other', other !== undefined && rows[i]?.event === other);
    event.setAttribute('aria-pressed', String(i === at));
    // One stop for Tab: within the ladder the arrow keys go on.
    event.setAttribute('tabindex', i === stop ? '0' : '-1');
  }
}

/** Lets the reader choose an event, by pointer or by key. */
export function choosing(lab: Lab, frame: HTMLElement): void {
  const choose = (event: SVGElement) => {
    lab.change({ chosen: placeOf(event), playing: false });
    event.focus();
  };
  frame.addEventListener('click', ({ target }) => {
    const event = eventAt(target);
    if (event) choose(event);
  });
  frame.addEventListener('keydown', key => {
    const event = eventAt(key.target);
    if (!event || key.altKey || key.ctrlKey || key.metaKey) return;
    const way = { ArrowDown: 1, ArrowUp: -1, Enter: 0, ' ': 0 }[key.key];
    // On the chosen event the space bar plays, as it does elsewhere on the page.
    const plays = key.key === ' ' && placeOf(event) === lab.shown.chosen;
    if (way === undefined || plays) return;
    key.preventDefault();
    const events = eventsIn(frame);
    const next = events[events.indexOf(event) + way];
    if (next) choose(next);
  });
}
