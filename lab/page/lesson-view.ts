import type { Moment } from '../engine/lab-run.ts';
import { byId, make } from './dom.ts';
import type { Lab } from './lab.ts';

/** A lesson about bytes has no ends that speak, and so no ladder: it shows rows of text. */
export function lessonView(lab: Lab): void {
  const frame = byId('lesson', HTMLElement);
  lab.listen(({ run, at }, before) => {
    if (run === before?.run && at === before.at) return;
    frame.hidden = run.lanes.length > 0;
    if (frame.hidden) return;
    frame.replaceChildren(...run.moments.slice(0, at).map(shown));
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
