import type { LabRun } from '../engine/lab-run.ts';
import { byId, make } from './dom.ts';
import type { Lab } from './lab.ts';
import { screensAt } from './moments.ts';

/** The most screens, and the most lines of one, that are shown. */
const [mostScreens, most] = [24, 60];

/** What each end has on its screen. An end on whose screen nothing ever stands has none. */
export function screensView(lab: Lab): void {
  const frame = byId('screens', HTMLElement);
  lab.listen(({ run, at }, before) => {
    if (run === before?.run && at === before.at) return;
    frame.replaceChildren(...screens(run, at));
    for (const lines of frame.querySelectorAll('ol'))
      lines.scrollTop = lines.scrollHeight;
  });
}

function screens(run: LabRun, at: number): HTMLElement[] {
  const now = screensAt(run, at);
  const used = screensAt(run, run.moments.length);
  const names = run.lanes.filter(name => used.has(name));
  const shown = names.slice(0, mostScreens);
  const left = names.length - shown.length;
  const note = left > 0 ? [make('p', 'note', `${left} more screens are left out`)] : [];
  return [...shown.map(name => screen(name, now.get(name) ?? [])), ...note];
}

function screen(name: string, lines: readonly string[]): HTMLElement {
  const shown = lines.slice(-most).map(line => make('li', kindOf(line), line));
  const list = make('ol', '', ...shown);
  list.tabIndex = 0;
  list.setAttribute('aria-label', `The screen of ${name}`);
  const left = lines.length - shown.length;
  const note =
    left > 0 ? [make('p', 'note', `${left} earlier lines are left out`)] : [];
  return make('section', 'screen', make('h3', '', name), ...note, list);
}

/** Notices and refusals are told apart by their first letter, as in a terminal. */
const kindOf = (line: string): string =>
  line.startsWith('! ') ? 'refusal' : line.startsWith('* ') ? 'notice' : '';
