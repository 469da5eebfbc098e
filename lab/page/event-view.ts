import type { TraceEvent } from '../../lib/trace/event.ts';
import { type Line, lineOf } from '../../lib/view/meaning/line.ts';
import { Picture } from '../../lib/view/meaning/picture.ts';
import { sentence } from '../../lib/view/rows/plain.ts';
import { rolesOf } from '../engine/roles.ts';
import { frameBytes } from './byte-cells.ts';
import { bytesView } from './bytes-view.ts';
import { byId, make } from './dom.ts';
import { drawnPart } from './drawn-part.ts';
import type { Lab, Shown } from './lab.ts';
import { shownAt } from './moments.ts';
import { lineAt, move } from './move.ts';

/** All that is known of the chosen event, and the buttons that move it. */
export function eventView(lab: Lab): void {
  const title = byId('event-title', HTMLElement);
  const more = byId('event-more', HTMLElement);
  lab.listen((now, before) => {
    if (before && now.chosen === before.chosen && now.run === before.run) return;
    const line = lineOfChosen(now);
    title.textContent = line
      ? sentence(line, now.run.lanes.length > 2)
      : 'No event is chosen';
    more.replaceChildren(...(line ? parts(lab, line) : [make('p', 'note', hint)]));
  });
}

function lineOfChosen({ run, at, chosen }: Shown): Line | undefined {
  const event = chosen === undefined ? undefined : run.shown[chosen];
  if (event === undefined) return undefined;
  const { mode, lanes } = run;
  const { places } = drawnPart(run, Math.max(shownAt(run, at), (chosen ?? 0) + 1));
  const items = new Picture({ mode, lanes }).add([...places.keys()]);
  return lineOf(items).find(line => line.event === event);
}

const hint =
  'Click an event in the ladder, or reach it with Tab and use the arrow keys: here you see its bytes. Drag a message up or down, and it is said earlier or later.';

function parts(lab: Lab, line: Line): HTMLElement[] {
  const { run, chosen } = lab.shown;
  const { event } = line;
  const bytes = frameBytes(run.events, event, rolesOf(run));
  const step = chosen === undefined ? undefined : lineAt(lab, chosen);
  return [
    make('ul', 'facts', ...facts(event, line).map(fact => make('li', '', fact))),
    ...(bytes ? bytesView(bytes) : []),
    ...(step === undefined ? [] : [movers(lab, step)]),
  ];
}

function facts({ size, at, end, link, reason }: TraceEvent, { arrow }: Line): string[] {
  const what =
    size === undefined ? arrow.label : `${arrow.kind}, ${size} bytes on the wire`;
  const why = reason === undefined ? [] : [`not heard: ${reason}`];
  return [
    what,
    ...why,
    `${at.toFixed(1)} ms after the record of ${end} began`,
    `link ${link}`,
  ];
}

/** The way to move a message without dragging it. */
function movers(lab: Lab, line: number): HTMLElement {
  const button = (words: string, way: -1 | 1) => {
    const made = make('button', '', words);
    made.type = 'button';
    made.addEventListener('click', () => void move(lab, line, way));
    return made;
  };
  return make(
    'p',
    'actions',
    button('Move earlier', -1),
    button('Move later', 1),
    make('span', 'note', `line ${line} of the scene`),
  );
}
