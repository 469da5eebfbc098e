import { looks } from '../../lib/view/looks.ts';
import type { LabRun } from '../engine/lab-run.ts';
import { byId } from './dom.ts';
import type { Lab } from './lab.ts';

/** What the marks of the ladder mean: those of the run's mode, and of messages that were not heard. */
export function legendView(lab: Lab): void {
  const list = byId('legend', HTMLElement);
  lab.listen(({ run }, before) => {
    if (run === before?.run) return;
    list.hidden = run.lanes.length === 0;
    const marks = marksOf(run);
    for (const item of list.querySelectorAll<HTMLElement>('[data-if]'))
      item.hidden = !marks.has(item.dataset.if);
  });
}

function marksOf({ mode, shown }: LabRun): ReadonlySet<string | undefined> {
  const refused = shown.some(({ what }) => what === 'refused');
  return new Set([looks[mode].lane, ...(refused ? ['refused'] : [])]);
}
