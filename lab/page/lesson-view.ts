import { builtIn } from '../engine/built-in.ts';
import { demoIn } from '../engine/catalogue.ts';
import type { Moment } from '../engine/lab-run.ts';
import { byId, make } from './dom.ts';
import type { Lab } from './lab.ts';

/**
 * A lesson about bytes has no ends that speak, and so no ladder, and nothing beside it: it shows rows of
 * text. They only grow while time goes on, so a screen reader says what is new.
 */
export function lessonView(lab: Lab): void {
  const frame = byId('lesson', HTMLElement);
  const side = byId('side', HTMLElement);
  lab.listen((now, before) => {
    const { run, at, state, files } = now;
    side.hidden = files === undefined && demoIn(builtIn, state)?.lessons === true;
    if (run === before?.run && at === before.at) return;
    frame.hidden = run.lanes.length > 0;
    if (frame.hidden) return;
    const told = run === before?.run && before.at < at ? before.at : 0;
    // What was said before is no news, if the reader goes back.
    frame.setAttribute('aria-live', told > 0 || at <= 1 ? 'polite' : 'off');
    if (told === 0) frame.replaceChildren();
    frame.append(...run.moments.slice(told, at).map(shown));
    frame.scrollTop = frame.scrollHeight;
  });
}

function shown(moment: Moment): HTMLElement {
  if (moment.is === 'figure') {
    const rows = make('pre', '', withoutMargin(moment.rows).join('\n'));
    rows.tabIndex = 0;
    return rows;
  }
  if (moment.is === 'step') return make('p');
  if (moment.is !== 'judgement') return make('p', moment.is, moment.text);
  const mark = moment.good ? '✓' : '✗';
  return make('p', moment.good ? 'good' : 'bad', `${mark} ${moment.text}`);
}

/** A terminal has a margin at its left. */
function withoutMargin(rows: readonly string[]): string[] {
  const margins = rows.filter(Boolean).map(row => row.search(/\S|$/));
  return rows.map(row => row.slice(Math.min(...margins)));
}
