import { Picture } from '../../lib/view/meaning/picture.ts';
import { Plain } from '../../lib/view/rows/plain.ts';
import type { LabRun } from '../engine/lab-run.ts';
import { byId, make } from './dom.ts';
import type { Lab } from './lab.ts';
import { shownAt } from './moments.ts';

/** The most sentences in the list. */
const most = 400;
/** The most events of which a whole run is put into words. */
const mostEvents = 2_000;

/** The run in sentences. It only grows while time goes on, so a screen reader says what is new. */
export function logView(lab: Lab): void {
  const log = byId('log', HTMLElement);
  let entries: Entries = none;
  let told = 0;
  lab.listen(({ run, at }, before) => {
    if (run === before?.run && at === before.at) return;
    const last = entries;
    if (run !== before?.run || run.shown.length > mostEvents)
      entries = entriesOf(run, at);
    const all = entries.slice(0, at).flat();
    const goesOn = entries === last && told <= all.length;
    // What was said before is no news, if the reader goes back.
    log.setAttribute('aria-live', goesOn || at <= 1 ? 'polite' : 'off');
    if (!goesOn) log.replaceChildren();
    const news = all.slice(goesOn ? told : 0).slice(-most);
    log.append(...news.map(words => make('p', '', words)));
    while (log.childElementCount > most) log.firstElementChild?.remove();
    told = all.length;
    const panel = log.parentElement;
    if (panel) panel.scrollTop = panel.scrollHeight;
  });
}

/** What each moment says. */
type Entries = readonly (readonly string[])[];
const none: Entries = [];

/** Puts each moment into words, as `--plain` does; of a long run only those before `at`. */
function entriesOf(run: LabRun, at: number): Entries {
  const { lanes, mode, moments, shown } = run;
  const long = shown.length > mostEvents;
  const start = long ? shownAt(run, at) - most : 0;
  const picture = new Picture({ lanes, mode });
  const plain = new Plain({ lanes, mode });
  let from = Math.max(0, start);
  return moments.slice(0, long ? at : undefined).map(moment => {
    const items = picture.add(shown.slice(from, moment.shown));
    from = Math.max(from, moment.shown);
    if (moment.is === 'figure') return [...moment.rows];
    return 'text' in moment ? [moment.text] : plain.rows(items);
  });
}
