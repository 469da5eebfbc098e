import { allClosed } from '../../lib/trace/all-closed.ts';
import { toJsonLines } from '../../lib/trace/jsonl.ts';
import { mermaid } from '../../lib/view/export/mermaid.ts';
import { svg } from '../../lib/view/export/svg.ts';
import type { LabRun } from '../engine/lab-run.ts';
import { byId } from './dom.ts';
import type { Lab } from './lab.ts';

interface Format {
  readonly ending: string;
  readonly type: string;
  write(run: LabRun, title: string): string;
}

/** What the reader can take home: the same files that `--trace` writes. */
const formats: Readonly<Record<string, Format>> = {
  svg: {
    ending: 'svg',
    type: 'image/svg+xml',
    write: ({ shown, lanes, mode }, title) => svg(shown, { lanes, mode, title }),
  },
  mermaid: {
    ending: 'mmd',
    type: 'text/plain',
    write: ({ shown, lanes, mode }) => mermaid(shown, { lanes, mode }),
  },
  jsonl: {
    ending: 'jsonl',
    type: 'application/jsonl',
    write: ({ events, record = events }) => toJsonLines(record),
  },
};

export function downloads(lab: Lab): void {
  const menu = byId('downloads', HTMLElement);
  // A lesson has no record.
  lab.listen(({ run }) => {
    menu.hidden = run.lanes.length === 0;
  });
  menu.addEventListener('click', ({ target }) => {
    const name = target instanceof HTMLElement ? target.dataset.format : undefined;
    const format = name === undefined ? undefined : formats[name];
    if (format) save(lab, format);
  });
}

function save(
  { shown: { run, state, files } }: Lab,
  { ending, type, write }: Format,
): void {
  const title = files ?? `${state.demo}/${state.scene}`;
  const isOver = files === undefined && run.finding !== undefined;
  const taken = isOver ? { ...run, events: allClosed(run.events) } : run;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([write(taken, title)], { type }));
  link.download = `${files === undefined ? state.scene : 'record'}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
